import { concat } from '../../src/formats/core/bytes'
import { bytesOf as asBytes } from './chunks'

/** One tag of a small TIFF: its type's number, and its value as numbers of that type or as text (type 2, 7). */
export type TagRecipe = readonly [tag: number, type: number, value: readonly number[] | string]

export interface TiffRecipe {
  readonly littleEndian?: boolean
  readonly big?: boolean
  /** The tags of each page. `PICTURE` stands for where the page's picture lies, `SUB` for a SubIFD that `sub` describes. */
  readonly pages: readonly (readonly TagRecipe[])[]
  readonly sub?: readonly TagRecipe[]
  /** Between the tables and their values. */
  readonly gap?: string
  readonly end?: string
}

const BYTES = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8]

/** Stand-ins for offsets that are not known before the file is built. */
export const PICTURE = -1
export const SUB = -2

/** The bytes of every page's picture. */
export const PIXELS = 'PICTURE!'

/** A small TIFF or BigTIFF: header, then for each page its table, values and picture. */
export function tiffOf({
  littleEndian = true,
  big = false,
  pages,
  sub,
  gap = '',
  end = '',
}: TiffRecipe): Uint8Array<ArrayBuffer> {
  const width = big ? 8 : 4
  const number = (value: number, bytes: number) => {
    const out = new Uint8Array(bytes)
    for (let at = 0; at < bytes; at++) out[littleEndian ? at : bytes - 1 - at] = Math.floor(value / 256 ** at) % 256
    return out
  }
  const header = concat(
    asBytes(littleEndian ? 'II' : 'MM'),
    number(big ? 43 : 42, 2),
    ...(big ? [number(8, 2), number(0, 2)] : []),
  )
  const directory = (start: number, tags: readonly TagRecipe[], subAt: number, next: (at: number) => number) => {
    const tableEnd = start + (big ? 8 : 2) + tags.length * (big ? 20 : 12) + width
    const pictureAt = tableEnd + gap.length
    let valuesAt = pictureAt + PIXELS.length
    const values: Uint8Array[] = []
    const entries = tags.map(([tag, type, value]) => {
      const each = BYTES[type] ?? 1
      const known = (item: number) => (item === PICTURE ? pictureAt : item === SUB ? subAt : item)
      const bytes =
        typeof value === 'string' ? asBytes(value) : concat(...value.map((item) => number(known(item), each)))
      const head = concat(number(tag, 2), number(type, 2), number(bytes.length / each, width))
      if (bytes.length <= width) return concat(head, bytes, new Uint8Array(width - bytes.length))
      values.push(bytes)
      valuesAt += bytes.length
      return concat(head, number(valuesAt - bytes.length, width))
    })
    const count = number(tags.length, big ? 8 : 2)
    return concat(count, ...entries, number(next(valuesAt), width), asBytes(gap), asBytes(PIXELS), ...values)
  }
  let file = concat(header, number(header.length + width, width))
  const subAt = sub ? file.length : 0
  if (sub) {
    const inFront = directory(subAt, sub, 0, () => 0)
    file = concat(header, number(subAt + inFront.length, width), inFront)
  }
  for (const [index, tags] of pages.entries()) {
    const isLast = index === pages.length - 1
    file = concat(
      file,
      directory(file.length, tags, subAt, (at) => (isLast ? 0 : at)),
    )
  }
  return concat(file, asBytes(end))
}

/** The tags of a plain picture of one strip. */
export const PLAIN: readonly TagRecipe[] = [
  [256, 3, [8]],
  [257, 3, [1]],
  [258, 3, [8]],
  [259, 3, [1]],
  [262, 3, [1]],
  [273, 4, [PICTURE]],
  [279, 4, [PIXELS.length]],
]
