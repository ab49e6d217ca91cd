import type { Clue, Said } from '../../clue'
import type { Payload } from '../../decode/payload'
import { readXmp } from '../xmp/read-xmp'

const MEANINGS: ReadonlyMap<string, (text: string) => Said> = new Map<string, (text: string) => Said>([
  ['Name', (text) => ({ says: 'words', text, role: 'caption' })],
  ['Caption', (text) => ({ says: 'words', text, role: 'caption' })],
  ['Comment', (text) => ({ says: 'words', text, role: 'comment' })],
  ['Keywords', (text) => ({ says: 'words', text, role: 'keywords' })],
  ['People', (text) => ({ says: 'person', text, role: 'shown' })],
  ['Places', (text) => ({ says: 'place-name', text, size: 1 })],
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
