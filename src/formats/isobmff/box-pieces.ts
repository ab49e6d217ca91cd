import { type Content, type Part, slice } from '../core/part'
import type { Source } from '../core/source'
import { blockOf } from './box-blocks'
import type { Field } from './box-fields'
import { type Box, freeBox } from './boxes'
import type { Item } from './heif-items'
import { BLANKED_TYPE } from './picture-items'

/** A box of the structure, fields of which are blanked: what lies before and between them, and the fields. */
export function fieldParts(source: Source, path: string, box: Box, fields: readonly Field[]): Part[] {
  const parts: Part[] = []
  let at = box.start
  const addUpTo = (end: number) => {
    if (end <= at) return
    const part = slice(path, source, at, end)
    parts.push(at === box.start ? { ...part, replacement: beginningOfFreeBox(box, end - at) } : part)
  }
  for (const { name, start, end, block } of fields) {
    addUpTo(start)
    if (end > start) parts.push(slice(`${path}/${name}`, source, start, end, block))
    at = end
  }
  addUpTo(box.end)
  return parts
}

/** User data in which these boxes, in order, are parts of their own; gone, all of it is one free box. */
export function userDataParts(source: Source, path: string, udta: Box, boxes: readonly Box[]): Part[] {
  const first = boxes[0]?.start ?? udta.end
  const opening = slice(path, source, udta.start, first, blockOf(path, udta))
  const parts: Part[] = [{ ...opening, replacement: beginningOfFreeBox(udta, first - udta.start) }]
  let at = first
  for (const box of boxes) {
    if (box.start > at) parts.push(slice(path, source, at, box.start))
    parts.push(slice(`${path}/${box.type}`, source, box.start, box.end, blockOf(box.type, box)))
    at = box.end
  }
  if (at < udta.end) parts.push(slice(path, source, at, udta.end))
  return parts
}

/** The entry of an item that goes, which becomes one of a kind that no reader knows. @param what the item is. */
export function renamedItem(source: Source, path: string, { infe, typeAt }: Item, what: string): Part[] {
  const type = new TextEncoder().encode(BLANKED_TYPE)
  const replacement: Content[] = [
    { kind: 'bytes', bytes: type },
    { kind: 'zeros', length: infe.end - typeAt - type.length },
  ]
  const head = slice(path, source, infe.start, typeAt)
  return [head, { ...slice(`${path} (${what})`, source, typeAt, infe.end), replacement }]
}

/** The head of a free box as long as the box, and zeros up to `length` bytes, for a box that goes in several parts. */
function beginningOfFreeBox({ start, end }: Box, length: number): Content[] {
  const [head] = freeBox(end - start)
  if (head?.kind !== 'bytes') throw new Error('a free box begins with a head')
  return [head, { kind: 'zeros', length: length - head.bytes.length }]
}
