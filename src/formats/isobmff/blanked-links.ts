import type { Content } from '../core/part'
import { Reader } from '../core/reader'
import type { Source } from '../core/source'
import type { Box } from './boxes'

/** Whether item ids take four bytes: in entity groups always, in references by the version of iref. */
export type IdBytes = 2 | 4

/**
 * Returns what takes the place of an entity group (ISO/IEC 14496-12 §8.18.3) that goes: one of type 'free' of entities called 0. Readers
 * take every box in grpl for a group, whatever its type, and refuse a file in which its count does not fit its length. Null where the
 * box is not as long as its count says.
 */
export function blankedGroup(box: Box): Content[] | null {
  const count = (box.end - box.start - GROUP_HEAD) / 4
  if (box.body !== box.start + HEAD || !Number.isInteger(count) || count < 0) return null
  const head = new Uint8Array(GROUP_HEAD)
  const view = new DataView(head.buffer)
  view.setUint32(0, box.end - box.start)
  view.setUint32(4, FREE)
  view.setUint32(GROUP_HEAD - 4, count)
  return [
    { kind: 'bytes', bytes: head },
    { kind: 'zeros', length: box.end - box.start - GROUP_HEAD },
  ]
}

/** Returns how many bytes at the start of a box are exactly the head that {@link blankedGroup} writes; 0: they are something else. */
export async function blankedGroupHead(source: Source, box: Box): Promise<number> {
  if (box.type !== 'free' || box.end - box.start < GROUP_HEAD || box.body !== box.start + HEAD) return 0
  const reader = new Reader(await source.read(box.body, box.start + GROUP_HEAD))
  const zeros = reader.take(GROUP_HEAD - HEAD - 4).every((byte) => byte === 0)
  return zeros && GROUP_HEAD + reader.u32() * 4 === box.end - box.start ? GROUP_HEAD : 0
}

/**
 * Returns what takes the place of an item reference (§8.11.12) that goes: the same of type 'free'. Its ids stay: readers take every box in iref
 * for a reference, and refuse a file in which one is 0, or leads to an item twice. Null where the ids are not those of items, each once.
 */
export async function blankedReference(
  source: Source,
  box: Box,
  idBytes: IdBytes,
  items: ReadonlySet<number>,
): Promise<Content[] | null> {
  if (!(await refersToItems(source, box, idBytes, items))) return null
  const bytes = Uint8Array.from(await source.read(box.start, box.end))
  new DataView(bytes.buffer).setUint32(4, FREE)
  return [{ kind: 'bytes', bytes }]
}

/** Tells whether a box is what {@link blankedReference} makes of a reference. */
export async function isBlankedReference(
  source: Source,
  box: Box,
  idBytes: IdBytes,
  items: ReadonlySet<number>,
): Promise<boolean> {
  return box.type === 'free' && (await refersToItems(source, box, idBytes, items))
}

async function refersToItems(source: Source, box: Box, idBytes: IdBytes, items: ReadonlySet<number>): Promise<boolean> {
  const count = (box.end - box.body - 2) / idBytes - 1
  if (box.body !== box.start + HEAD || !Number.isInteger(count) || count < 1 || count > items.size) return false
  const reader = new Reader(await source.read(box.body, box.end))
  const id = () => (idBytes === 2 ? reader.u16() : reader.u32())
  if (!items.has(id()) || reader.u16() !== count) return false
  const to = new Set(Array.from({ length: count }, id))
  return to.size === count && [...to].every((id) => items.has(id))
}

const HEAD = 8
/** 'free' */
const FREE = 0x66726565

/** Head, version and flags, group id, count. */
const GROUP_HEAD = HEAD + 4 + 4 + 4
