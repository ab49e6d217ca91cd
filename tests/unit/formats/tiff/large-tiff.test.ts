import { describe, expect, it } from 'vitest'
import { clean, mayStay } from '../../../../src/clean/clean'
import { Malformed } from '../../../../src/formats/core/malformed'
import { sourceOfParts } from '../../../../src/formats/core/pieced-source'
import type { Source } from '../../../../src/formats/core/source'
import { tiff } from '../../../../src/formats/tiff/tiff'

const GIB = 1024 ** 3
/** Above what 32 bits can point to, so that every offset behind the picture takes all 64. */
const PICTURE_BYTES = 5 * GIB
const ARTIST = 'Somebody Somewhere'

/** A BigTIFF whose picture is a hole in the file, with its tables behind it, as libtiff writes them. */
function largeTiff(): { readonly header: Buffer; readonly tables: Buffer; readonly ifd: number } {
  const entry = (tag: number, type: number, count: number, value: number) => {
    const bytes = Buffer.alloc(20)
    bytes.writeUInt16LE(tag, 0)
    bytes.writeUInt16LE(type, 2)
    bytes.writeBigUInt64LE(BigInt(count), 4)
    bytes.writeBigUInt64LE(BigInt(value), 12)
    return bytes
  }
  const eight = (value: number) => {
    const bytes = Buffer.alloc(8)
    bytes.writeBigUInt64LE(BigInt(value))
    return bytes
  }
  const header = Buffer.concat([Buffer.from('II\x2b\0\x08\0\0\0', 'latin1'), eight(16 + PICTURE_BYTES)])
  const ifd = 16 + PICTURE_BYTES
  const tags = (artistAt: number, gpsAt: number) => [
    entry(256, 4, 1, 65536),
    entry(257, 4, 1, PICTURE_BYTES / 65536),
    entry(258, 3, 1, 8),
    entry(259, 3, 1, 1),
    entry(262, 3, 1, 1),
    entry(273, 16, 1, 16),
    entry(279, 16, 1, PICTURE_BYTES),
    entry(315, 2, ARTIST.length + 1, artistAt),
    entry(34853, 18, 1, gpsAt),
  ]
  const artistAt = ifd + 8 + tags(0, 0).length * 20 + 8
  const gpsAt = artistAt + ARTIST.length + 1
  const gps = (valuesAt: number) => [
    entry(1, 2, 2, 'N'.charCodeAt(0)),
    entry(2, 5, 3, valuesAt),
    entry(3, 2, 2, 'E'.charCodeAt(0)),
    entry(4, 5, 3, valuesAt + 24),
  ]
  const valuesAt = gpsAt + 8 + gps(0).length * 20 + 8
  const degrees = (...values: number[]) => Buffer.from(Uint32Array.from(values.flatMap((value) => [value, 1])).buffer)
  const tables = Buffer.concat([
    eight(tags(0, 0).length),
    ...tags(artistAt, gpsAt),
    eight(0),
    Buffer.from(`${ARTIST}\0`),
    eight(gps(0).length),
    ...gps(valuesAt),
    eight(0),
    degrees(48, 51, 24),
    degrees(2, 21, 3),
  ])
  return { header, tables, ifd }
}

/** Such a file without a disk: Node's own Blob counts in 32 bits. */
function sourceOfLargeTiff(): { readonly source: Source; readonly bytesRead: () => number } {
  const { header, tables, ifd } = largeTiff()
  const size = ifd + tables.length
  let bytesRead = 0
  const read = async (start: number, end: number) => {
    if (!(start >= 0 && start <= end && end <= size)) throw new Malformed('outside')
    bytesRead += end - start
    const bytes = new Uint8Array(end - start)
    for (let at = start; at < end; at++) {
      const byte = at < header.length ? header[at] : at < ifd ? 0 : tables[at - ifd]
      bytes[at - start] = byte ?? 0
    }
    return bytes
  }
  return { source: { blob: new Blob(), size, read }, bytesRead: () => bytesRead }
}

describe('a BigTIFF of five gigabytes', () => {
  it('is taken apart and cleaned by its tables alone, with every offset true', async () => {
    const { source, bytesRead } = sourceOfLargeTiff()
    const parts = await tiff.split(source)
    const { parts: cleaned, removed } = await clean(parts, tiff)
    expect(removed).toEqual(expect.arrayContaining(['IFD/Artist']))
    expect(bytesRead()).toBeLessThan(64 * 1024)

    const again = sourceOfParts(cleaned)
    // The table keeps its place; what stood behind it is needed no more.
    expect(again.size).toBe(16 + PICTURE_BYTES + 8 + 9 * 20 + 8)
    const tail = Buffer.from(await again.read(16 + PICTURE_BYTES, again.size))
    expect(Buffer.from(await source.read(16 + PICTURE_BYTES, source.size)).includes(ARTIST)).toBe(true)
    // Of the nine tags the seven of the picture are there.
    expect(tail.readBigUInt64LE(0)).toBe(7n)
    expect(tail.subarray(8 + 7 * 20).every((byte) => byte === 0)).toBe(true)
    for (const part of await tiff.split(again)) expect(await mayStay(part, tiff), part.name).toBe(true)
  })
})
