import { type Clue, type ClueOf, ofType, sourcesOf } from '../clue'
import { displayText, distinct } from '../decode/display-text'
import type { Finding } from '../finding'
import { isBoilerplate } from './boilerplate'

/** The camera or phone as one finding: its name with the maker's in front, and every number that is this one's alone. */
export function device(clues: readonly Clue[]): Finding[] {
  const makes = ofType(clues, 'make').filter(tells)
  const models = ofType(clues, 'model').filter(tells)
  const numbers = ofType(clues, 'serial').filter(tells)
  const serials = distinct(numbers.map(({ text }) => displayText(text)))
  const model = withMake(makes[0] && displayText(makes[0].text), models[0] && displayText(models[0].text))
  if (model === undefined && serials.length === 0) return []
  return [
    {
      kind: 'device',
      severity: serials.length > 0 ? 'medium' : 'low',
      source: sourcesOf([...makes, ...models, ...numbers]),
      ...(model !== undefined && { model }),
      serials,
    },
  ]
}

const tells = ({ text }: ClueOf<'make' | 'model' | 'serial'>) =>
  !isBoilerplate(displayText(text), 'device') && !/^[\s0xf-]*$/i.test(text)

/** 'NIKON CORPORATION' and 'NIKON D90' are 'NIKON D90'; 'Apple' and 'iPhone 13' are 'Apple iPhone 13'. */
function withMake(make: string | undefined, model: string | undefined): string | undefined {
  if (make === undefined || model === undefined) return model ?? make
  const [word = ''] = make.split(/[\s,]/)
  return model.toLowerCase().startsWith(word.toLowerCase()) ? model : `${make} ${model}`
}
