import { latin1 } from '../../../formats/core/reader'
import type { Clue, Statement } from '../../clue'
import type { Payload } from '../../decode/payload'

const MEANINGS: Readonly<Record<string, (text: string) => Statement>> = {
  'Serial#': (text) => ({ type: 'serial', text: text.replace(/^#/, '') }),
  SerialNumber: (text) => ({ type: 'serial', text: text.replace(/^#/, '') }),
  ID: (text) => ({ type: 'model', text }),
  TimeDate: (text) => ({
    type: 'time',
    text: new Date(Number(text) * 1000).toISOString().slice(0, 19),
    event: 'taken',
  }),
}

/** Lines of 'name=value' by which Agfa, Olympus and Epson cameras of the nineties describe a picture in APP12. */
export function pictureInfoClues({ bytes }: Payload): Clue[] {
  return latin1(bytes)
    .split(/[\r\n\0]+/)
    .flatMap((line) => {
      const at = line.indexOf('=')
      const text = line.slice(at + 1).trim()
      const meaning = at > 0 && Object.hasOwn(MEANINGS, line.slice(0, at)) ? MEANINGS[line.slice(0, at)] : undefined
      if (!meaning || (line.startsWith('TimeDate') && !/^\d{9,10}$/.test(text))) return []
      return [{ ...meaning(text), source: 'Picture Info' }]
    })
}
