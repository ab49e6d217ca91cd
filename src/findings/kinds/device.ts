import { type Clue, type Saying, saying, sourcesOf } from '../clue'
import { distinct, plain } from '../decode/display-text'
import type { Finding } from '../finding'
import { saysNothing } from './boilerplate'

/** The camera or phone as one finding: its name with the maker's in front, and every number that is this one's alone. */
export function device(clues: readonly Clue[]): Finding[] {
  const makes = saying(clues, 'make').filter(tells)
  const models = saying(clues, 'model').filter(tells)
  const numbers = saying(clues, 'serial').filter(tells)
  const serials = distinct(numbers.map(({ text }) => plain(text)))
  const model = withMake(makes[0] && plain(makes[0].text), models[0] && plain(models[0].text))
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

const tells = ({ text }: Saying<'make' | 'model' | 'serial'>) => !saysNothing(plain(text)) && !/^[\s0xf-]*$/i.test(text)

/** 'NIKON CORPORATION' and 'NIKON D90' are 'NIKON D90'; 'Apple' and 'iPhone 13' are 'Apple iPhone 13'. */
function withMake(make: string | undefined, model: string | undefined): string | undefined {
  if (make === undefined || model === undefined) return model ?? make
  const [word = ''] = make.split(/[\s,]/)
  return model.toLowerCase().startsWith(word.toLowerCase()) ? model : `${make} ${model}`
}
