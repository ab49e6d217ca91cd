import { concat, u32be } from '../core/bytes'
import type { Content } from '../core/part'
import { equalBytes, Reader } from '../core/reader'
import type { Source } from '../core/source'
import type { Box } from './boxes'

/** Whether item ids take four bytes: in entity groups always, in references by the version of iref. */
export type IdBytes = 2 | 4

/**
 * Returns what takes the place of an entity group (ISO/IEC 14496-12 §8.18.3) or an item reference (§8.11.12) that goes: one of type
 * 'free' between items called 0; a reference leads to items called 0, 1, 2 and so on. Readers take every box in grpl and iref for one of these,
 * whatever its type, and refuse a file in which its count does not fit its length, or a reference leads to an item twice. Null where
 * the box is not as long as its count says.
 */
export function blankedLink(box: Box, kind: 'group' | 'reference', idBytes: IdBytes): Content[] | null {
  const fixed = headBytes(kind, idBytes)
  const count = (box.end - box.start - fixed) / idBytes
  if (box.body !== box.start + HEAD || !Number.isInteger(count) || count < 0) return null
  const head = new Uint8Array(fixed)
  const view = new DataView(head.buffer)
  view.setUint32(0, box.end - box.start)
  view.setUint32(4, FREE)
  if (kind === 'reference') view.setUint16(fixed - 2, count)
  else view.setUint32(fixed - 4, count)
  const rest: Content =
    kind === 'reference'
      ? { kind: 'bytes', bytes: idsUpTo(count, idBytes) }
      : { kind: 'zeros', length: box.end - box.start - fixed }
  return [{ kind: 'bytes', bytes: head }, rest]
}

function idsUpTo(count: number, idBytes: IdBytes): Uint8Array<ArrayBuffer> {
  return concat(...Array.from({ length: count }, (_, id) => u32be(id).subarray(4 - idBytes)))
}

/** Returns how many bytes at the start of a box are exactly what {@link blankedLink} writes but for zeros; 0: they are something else. */
export async function blankedHead(
  source: Source,
  box: Box,
  kind: 'group' | 'reference',
  idBytes: IdBytes,
): Promise<number> {
  const fixed = headBytes(kind, idBytes)
  if (box.type !== 'free' || box.end - box.start < fixed || box.body !== box.start + HEAD) return 0
  const reader = new Reader(await source.read(box.body, box.start + fixed))
  const zeros = reader.take(fixed - HEAD - (kind === 'group' ? 4 : 2)).every((byte) => byte === 0)
  const count = kind === 'group' ? reader.u32() : reader.u16()
  if (!zeros || fixed + count * idBytes !== box.end - box.start) return 0
  if (kind === 'group') return fixed
  const ids = await source.read(box.start + fixed, box.end)
  return equalBytes(ids, idsUpTo(count, idBytes)) ? fixed + ids.length : 0
}

const HEAD = 8
/** 'free' */
const FREE = 0x66726565

/** Head, version and flags, group id, count; or head, item id, count of 16 bits. */
function headBytes(kind: 'group' | 'reference', idBytes: IdBytes): number {
  return kind === 'group' ? HEAD + 4 + 4 + 4 : HEAD + idBytes + 2
}
