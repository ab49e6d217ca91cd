import { concat, latin1Bytes } from '../../src/formats/core/bytes'

/** A tag of a TIFF directory: number, type and value; a rational is two numbers. */
export type ExifTag = readonly [tag: number, type: keyof typeof TYPES, value: string | Uint8Array | readonly number[]]

const TYPES = {
  byte: [1, 1],
  ascii: [2, 1],
  short: [3, 2],
  long: [4, 4],
  rational: [5, 8],
  undefined: [7, 1],
  double: [12, 8],
} as const

export interface ExifRecipe {
  readonly littleEndian?: boolean
  readonly ifd0?: readonly ExifTag[]
  readonly exif?: readonly ExifTag[]
  readonly gps?: readonly ExifTag[]
  readonly ifd1?: readonly ExifTag[]
  readonly thumbnail?: Uint8Array
}

/** A TIFF structure as Exif has it: IFD0 with its Exif and GPS directories, then IFD1 with a thumbnail. */
export function exifOf({
  littleEndian = true,
  ifd0 = [],
  exif,
  gps,
  ifd1,
  thumbnail,
}: ExifRecipe): Uint8Array<ArrayBuffer> {
  const number = (value: number, bytes: number) => {
    const out = new Uint8Array(bytes)
    for (let at = 0; at < bytes; at++) out[littleEndian ? at : bytes - 1 - at] = Math.floor(value / 256 ** at) % 256
    return out
  }
  const asBytes = (type: ExifTag[1], value: ExifTag[2]) => {
    if (typeof value === 'string') return latin1Bytes(value)
    if (value instanceof Uint8Array) return value
    const [, width] = TYPES[type]
    return concat(...value.map((item) => number(item, type === 'rational' ? 4 : width)))
  }
  const directory = (tags: readonly ExifTag[], start: number, next: number) => {
    let valuesAt = start + 2 + 12 * tags.length + 4
    const values: Uint8Array[] = []
    const entries = tags.map(([tag, type, value]) => {
      const bytes = asBytes(type, value)
      const [code, width] = TYPES[type]
      const head = concat(number(tag, 2), number(code, 2), number(bytes.length / width, 4))
      if (bytes.length <= 4) return concat(head, bytes, new Uint8Array(4 - bytes.length))
      values.push(bytes)
      valuesAt += bytes.length
      return concat(head, number(valuesAt - bytes.length, 4))
    })
    return concat(number(tags.length, 2), ...entries, number(next, 4), ...values)
  }
  const first = [...ifd0]
  const pointerTo = (tag: number, there: unknown) => there && first.push([tag, 'long', [0]])
  pointerTo(0x8769, exif)
  pointerTo(0x8825, gps)
  let at = 8 + directory(first, 8, 0).length
  const later: Uint8Array[] = []
  const place = (bytes: Uint8Array) => {
    later.push(bytes)
    at += bytes.length
    return at - bytes.length
  }
  const offsets = new Map<number, number>()
  if (exif) offsets.set(0x8769, place(directory(exif, at, 0)))
  if (gps) offsets.set(0x8825, place(directory(gps, at, 0)))
  const thumbnailAt = thumbnail ? place(thumbnail) : 0
  const second: readonly ExifTag[] = [
    ...(ifd1 ?? []),
    ...(thumbnail
      ? ([
          [0x0201, 'long', [thumbnailAt]],
          [0x0202, 'long', [thumbnail.length]],
        ] as const)
      : []),
  ]
  const next = second.length > 0 ? place(directory(second, at, 0)) : 0
  const pointed = first.map(
    (tag): ExifTag => [tag[0], tag[1], offsets.has(tag[0]) ? [offsets.get(tag[0]) ?? 0] : tag[2]],
  )
  return concat(
    latin1Bytes(littleEndian ? 'II' : 'MM'),
    number(42, 2),
    number(8, 4),
    directory(pointed, 8, next),
    ...later,
  )
}

/** Degrees as Exif keeps them: degrees, minutes and hundredths of seconds, each a rational. */
export function degrees(whole: number, minutes: number, seconds: number): readonly number[] {
  return [whole, 1, minutes, 1, Math.round(seconds * 100), 100]
}

/** A GPS directory; the letters say the hemispheres. */
export function gpsTags(north: readonly number[], ref: string, east: readonly number[], eastRef: string): ExifTag[] {
  return [
    [1, 'ascii', `${ref}\0`],
    [2, 'rational', north],
    [3, 'ascii', `${eastRef}\0`],
    [4, 'rational', east],
  ]
}
