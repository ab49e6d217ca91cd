import type { Clue, Statement } from '../../clue'
import type { Payload } from '../../decode/payload'
import { readXmp } from '../xmp/read-xmp'

const MEANINGS: ReadonlyMap<string, (text: string) => Statement> = new Map<string, (text: string) => Statement>([
  ['Name', (text) => ({ type: 'words', text, role: 'caption' })],
  ['Caption', (text) => ({ type: 'words', text, role: 'caption' })],
  ['Comment', (text) => ({ type: 'words', text, role: 'comment' })],
  ['Keywords', (text) => ({ type: 'words', text, role: 'keywords' })],
  ['People', (text) => ({ type: 'person', text, role: 'shown' })],
  ['Places', (text) => ({ type: 'place-name', text, size: 1 })],
])

/** The XML in which JRiver Media Center keeps what its user typed. */
export async function mediaJukeboxClues({ bytes }: Payload): Promise<Clue[]> {
  const start = bytes.indexOf('<'.charCodeAt(0))
  if (start < 0) return []
  const { children: all } = await readXmp(bytes.subarray(start))
  return all.flatMap(({ children }) =>
    children.flatMap(({ name, value }) => {
      const said = MEANINGS.get(name)?.(value)
      return said ? [{ ...said, source: 'Media Jukebox' }] : []
    }),
  )
}
