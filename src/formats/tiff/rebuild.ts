import { blankInPlace } from '../core/in-place'
import { fresh, lengthOf, type Part } from '../core/part'
import { startsWith } from '../core/reader'
import { TABLE } from './parts'

/**
 * The parts of the cleaned file. A table keeps its place and loses entries: those that stay move up, the rest is zeros.
 * What goes at the end of the file is cut off, unless something stands in its place.
 */
export async function rebuildTiff(parts: readonly Part[], stays: (part: Part) => boolean): Promise<Part[]> {
  const rebuilt: Part[] = []
  const settled = new Set<Part>()
  for (let index = 0; index < parts.length; index++) {
    const part = parts[index]
    if (!part) break
    const isTable = stays(part) && (part.name === TABLE.first || part.name === TABLE.another)
    const end = isTable ? endOfTable(parts, index) : index + 1
    const table = isTable ? await shortened(parts.slice(index, end), stays) : [part]
    if (isTable) for (const piece of table) settled.add(piece)
    rebuilt.push(...table)
    index = end - 1
  }
  return blankInPlace(
    rebuilt,
    (part) => settled.has(part) || stays(part),
    ({ replacement }) => !replacement,
  )
}

function endOfTable(parts: readonly Part[], start: number): number {
  let at = start + 1
  while (parts[at] && parts[at]?.name !== TABLE.next && parts[at]?.canonical !== TABLE.next) at++
  if (at >= parts.length) throw new Error('a table without its last part')
  return at + 1
}

/** The parts of one table: number of entries, entries, offset of the next directory. */
async function shortened(table: readonly Part[], stays: (part: Part) => boolean): Promise<Part[]> {
  const [count, ...rest] = table
  const next = rest.pop()
  if (!count || !next) throw new Error('a table without its ends')
  const entries = rest.filter(stays)
  const pointer = pointerOf(next)
  if (entries.length === rest.length && pointer === next) return [...table]
  const left = rest.filter((entry) => !stays(entry)).reduce((sum, entry) => sum + lengthOf(entry), 0)
  const head = entries.length === rest.length ? count : await countOf(count, entries.length)
  const blanked: Part = { name: 'gap', content: { kind: 'zeros', length: left } }
  return [head, ...entries, pointer, ...(left > 0 ? [blanked] : [])]
}

function pointerOf(next: Part): Part {
  const [content] = next.canonical === TABLE.next ? (next.replacement ?? []) : []
  return content ? { name: TABLE.next, content } : next
}

/** The number of entries in the width and byte order of the file. */
async function countOf({ content, name }: Part, entries: number): Promise<Part> {
  if (content.kind !== 'slice') throw new Error('a table that is not from a file')
  const bytes = new Uint8Array(content.end - content.start)
  const view = new DataView(bytes.buffer)
  const littleEndian = startsWith(await content.source.read(0, 2), 'II')
  if (bytes.length === 8) view.setBigUint64(0, BigInt(entries), littleEndian)
  else view.setUint16(0, entries, littleEndian)
  return fresh(name, bytes)
}
