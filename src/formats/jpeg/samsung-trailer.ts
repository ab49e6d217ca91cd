import { latin1, Reader } from '../core/reader'
import type { Source } from '../core/source'

/** Length of the directory and 'SEFT', at the very end of the file; one entry of the directory. */
const TAIL_BYTES = 8
const ENTRY_BYTES = 12
const MAX_ENTRIES = 1024

/**
 * Returns where Samsung's trailer begins, told from its directory at the file's end (as ExifTool reads it: 'SEFH', version and number of
 * entries, then for each two bytes, a type, the distance from SEFH back to its data, and their length; little-endian).
 * Undefined when there is none or it does not fit into the file.
 */
export async function samsungTrailerStart(source: Source): Promise<number | undefined> {
  if (source.size < TAIL_BYTES) return undefined
  const tail = new Reader(await source.read(source.size - TAIL_BYTES, source.size), true)
  const length = tail.u32()
  const directory = source.size - TAIL_BYTES - length
  if (tail.latin1(4) !== 'SEFT' || directory < 0 || length < ENTRY_BYTES || length > MAX_ENTRIES * ENTRY_BYTES)
    return undefined
  const bytes = await source.read(directory, directory + length)
  if (latin1(bytes.subarray(0, 4)) !== 'SEFH') return undefined
  const reader = new Reader(bytes, true).seek(8)
  let start = directory
  for (let left = Math.min(reader.u32(), Math.floor(reader.remaining / ENTRY_BYTES)); left > 0; left--) {
    const distance = reader.skip(4).u32()
    reader.skip(4)
    if (distance <= directory) start = Math.min(start, directory - distance)
  }
  return start
}
