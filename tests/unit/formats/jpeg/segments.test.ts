import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clean } from '../../../../src/clean/clean'
import { concat, latin1Bytes } from '../../../../src/formats/core/bytes'
import { Malformed, NotThisFormat } from '../../../../src/formats/core/malformed'
import { join, lengthOf, type Part } from '../../../../src/formats/core/part'
import { sourceOf } from '../../../../src/formats/core/source'
import { jpeg } from '../../../../src/formats/jpeg/jpeg'
import { oneTagExif } from '../../../../src/formats/metadata/exif-block'
import { CountingBlob } from '../../../support/counting-blob'
import { inMemory } from '../../../support/in-memory'
import { exifSegment, jpegSegment, samsungTrailer } from '../../../support/jpeg-bytes'

const SOI = Uint8Array.of(0xff, 0xd8)
const EOI = Uint8Array.of(0xff, 0xd9)
const FRAME = jpegSegment(0xc0, Uint8Array.of(8, 0, 8, 0, 8, 1, 1, 0x11, 0))
const SCAN = jpegSegment(0xda, Uint8Array.of(1, 1, 0, 0, 63, 0))
const DATA = Uint8Array.of(1, 2, 0xff, 0, 3)

const names = (parts: readonly Part[]) => parts.map(({ name }) => name)
const split = (...pieces: readonly Uint8Array[]) => jpeg.split(inMemory(concat(...pieces)))

async function cleaned(...pieces: readonly Uint8Array[]): Promise<Uint8Array> {
  const { parts } = await clean(await split(...pieces), jpeg)
  return new Uint8Array(await new Blob(join(parts)).arrayBuffer())
}

describe('the segments of a JPEG', () => {
  it('are named by what is in them', async () => {
    const parts = await split(
      SOI,
      jpegSegment(0xe1, 'Exif\0\0MM'),
      jpegSegment(0xe1, 'http://ns.adobe.com/xap/1.0/\0<x/>'),
      jpegSegment(0xed, 'Photoshop 3.0\x008BIM'),
      jpegSegment(0xeb, 'JP\0\0'),
      jpegSegment(0xe5, 'RMETA\0'),
      jpegSegment(0xfe, 'hello'),
      FRAME,
      SCAN,
      DATA,
      EOI,
    )
    expect(names(parts)).toEqual([
      'SOI',
      'APP1 Exif',
      'APP1 XMP',
      'APP13 Photoshop',
      'APP11 JUMBF',
      'APP5 RMETA',
      'COM',
      'SOF0',
      'SOS',
      'entropy-coded data',
      'EOI',
    ])
    const types = parts.flatMap(({ block }) => (block ? [block.type] : []))
    expect(types).toEqual(['exif', 'xmp', 'photoshop', 'c2pa', 'unknown', 'text'])
  })

  it('keep restart markers, stuffed zeros and fill bytes inside the data', async () => {
    const data = Uint8Array.of(1, 0xff, 0xd0, 2, 0xff, 0xd7, 0xff, 0xff, 0, 0xff, 0xff, 0xd1, 3, 0xff, 0x02, 4)
    const parts = await split(SOI, FRAME, SCAN, data, Uint8Array.of(0xff, 0xff), EOI)
    expect(names(parts)).toEqual(['SOI', 'SOF0', 'SOS', 'entropy-coded data', 'fill bytes', 'EOI'])
    expect(parts.map(lengthOf)).toEqual([2, FRAME.length, SCAN.length, data.length, 2, 2])
  })

  it('are read once, also thousands of small ones, and so is the picture behind them', async () => {
    const small = Array.from({ length: 5000 }, (_, index) => jpegSegment(0xe5, `NOTE${index}`))
    const data = new Uint8Array(2_000_000).fill(7)
    const blob = new CountingBlob([concat(SOI, ...small, FRAME, SCAN, data, EOI)])
    await jpeg.split(sourceOf(blob))
    expect(blob.bytesRead).toBeLessThan(1.1 * blob.size)
  })

  it('end where they should when a marker lies across two windows', async () => {
    const window = 512 * 1024
    for (const shift of [-3, -2, -1, 0, 1]) {
      const head = concat(SOI, FRAME, SCAN)
      const data = new Uint8Array(window + shift).fill(7)
      const parts = await split(head, data, Uint8Array.of(0xff, 0xff), EOI, latin1Bytes('tail'))
      expect(names(parts).slice(-4), `shift ${shift}`).toEqual([
        'entropy-coded data',
        'fill bytes',
        'EOI',
        'after the end',
      ])
      expect(lengthOf(parts[3] as Part)).toBe(data.length)
    }
  })

  it('go when they stand behind a scan, whatever they are', async () => {
    const icc = jpegSegment(0xe2, `ICC_PROFILE\0\x01\x01${'\0'.repeat(36)}acsp`)
    const adobe = jpegSegment(0xee, 'Adobe\0\x64\0\0\0\0\x01')
    const whole = await cleaned(SOI, icc, adobe, FRAME, SCAN, DATA, icc, adobe, jpegSegment(0xfe, 'x'), SCAN, DATA, EOI)
    expect(whole).toEqual(concat(SOI, icc, adobe, FRAME, SCAN, DATA, SCAN, DATA, EOI))
  })

  it('that are cut, empty or shorter than their own length end in parts', async () => {
    expect(names(await split(SOI, FRAME, SCAN, DATA, Uint8Array.of(0xff, 0xe1)))).toContain('cut segment')
    expect(names(await split(SOI, FRAME, SCAN, DATA, Uint8Array.of(0xff, 0xe1, 0xff, 0xff, 1)))).toContain(
      'cut segment',
    )
    expect(names(await split(SOI, jpegSegment(0xe7, ''), FRAME))).toContain('APP7')
    expect(names(await split(SOI, Uint8Array.of(0xff, 0xe7, 0, 0), FRAME))).toEqual(['SOI', 'APP7', 'SOF0'])
  })

  it('of a picture with another start inside its head are refused, as decoders do', async () => {
    await expect(split(SOI, SOI, FRAME, SCAN, DATA, EOI)).rejects.toThrow(Malformed)
  })

  it('of a picture without an end stay, unless something else may stand in its place', async () => {
    const film = latin1Bytes('\0\0\0\x18ftypisom')
    expect(await cleaned(SOI, FRAME, SCAN, DATA)).toEqual(concat(SOI, FRAME, SCAN, DATA))
    await expect(cleaned(SOI, FRAME, SCAN, DATA, film)).rejects.toThrow(Malformed)
    await expect(cleaned(SOI, FRAME, SCAN, latin1Bytes('Lina Marchetti, 12 rue de la Paix, Lyon'))).rejects.toThrow(
      Malformed,
    )
    expect(names(await split(SOI, FRAME, SCAN, DATA, film))).toContain('entropy-coded data')
  })

  it('of a picture without an end, but with Samsung’s trailer, end where that begins', async () => {
    const inside = concat(SOI, FRAME, SCAN, DATA, EOI)
    const time = [0x0a01, 'Image_UTC_Data', latin1Bytes('1715000000000')] as const
    for (const entries of [[time], [time, [0x0a41, 'Single_Shot_Image', inside]]] as const) {
      const file = concat(SOI, FRAME, SCAN, DATA, samsungTrailer(entries))
      expect(await cleaned(file)).toEqual(concat(SOI, FRAME, SCAN, DATA, EOI))
    }
  })

  it('of Exif that goes on in the next segment are one block', async () => {
    const [head, rest] = [latin1Bytes('Exif\0\0MM\0*Lina'), latin1Bytes('Exif\0\0 at the lake')]
    const other = jpegSegment(0xe1, 'Exif\0\0II*\0')
    const parts = await split(SOI, jpegSegment(0xe1, head), jpegSegment(0xe1, rest), other, FRAME, SCAN, DATA, EOI)
    const [first, second, third] = parts.filter(({ name }) => name === 'APP1 Exif').map(({ block }) => block?.group)
    expect(first).toBeDefined()
    expect(second).toBe(first)
    expect(third).toBeUndefined()
  })

  it('of JPEG-LS are not ours', async () => {
    await expect(split(SOI, jpegSegment(0xf7, Uint8Array.of(8, 0, 8)), SCAN, DATA, EOI)).rejects.toThrow(NotThisFormat)
  })

  it('of a second picture behind one without an end are told apart', async () => {
    const parts = await split(SOI, FRAME, SCAN, DATA, SOI, FRAME, SCAN, DATA, EOI)
    expect(names(parts)).toContain('second image/SOI')
    expect(parts.find(({ name }) => name === 'second image/SOI')?.block).toMatchObject({ type: 'picture' })
  })

  it('hold the way up as the one tag of a fresh block, taken from the first Exif block', async () => {
    const six = exifSegment(oneTagExif(6))
    const picture = concat(FRAME, SCAN, DATA, EOI)
    const longer = jpegSegment(0xe1, concat(latin1Bytes('Exif\0\0'), oneTagExif(6), DATA))
    expect(await cleaned(SOI, longer, picture)).toEqual(concat(SOI, six, picture))
    expect(await cleaned(SOI, exifSegment(oneTagExif(1)), six, picture)).toEqual(concat(SOI, picture))
  })

  it('without a picture can be looked into, not cleaned', async () => {
    expect(names(await split(SOI, jpegSegment(0xe1, 'Exif\0\0MM'), FRAME))).toContain('APP1 Exif')
    await expect(cleaned(SOI, jpegSegment(0xe1, 'Exif\0\0MM'), FRAME)).rejects.toThrow(Malformed)
  })
})

describe('a hostile JPEG', () => {
  it('of a million empty segments is refused instead of becoming a million parts', async () => {
    const many = new Uint8Array(4 * 1024 * 1024)
    for (let at = 0; at < many.length; at += 4) many.set([0xff, 0xfe, 0, 2], at)
    await expect(split(SOI, many)).rejects.toThrow(Malformed)
  })

  it('of many small pictures behind the first ends in one part for the rest', async () => {
    const small = concat(SOI, FRAME, SCAN, EOI)
    const many = concat(...Array.from({ length: 20_000 }, () => small))
    const parts = await split(SOI, FRAME, SCAN, DATA, EOI, many)
    expect(parts.length).toBeLessThan(2000)
    expect(names(parts).at(-1)).toBe('after the end')
  })

  it('of many empty pictures behind the first has one part for all of them', async () => {
    const empty = new Uint8Array(1024 * 1024)
    for (let at = 0; at < empty.length; at += 4) empty.set([0xff, 0xd8, 0xff, 0xd9], at)
    expect(names(await split(SOI, FRAME, SCAN, DATA, EOI, empty)).slice(-2)).toEqual(['EOI', 'after the end'])
  })

  it('whose trailer starts pictures over and over is walked once', async () => {
    const starts = new Uint8Array(256 * 1024)
    for (let at = 0; at < starts.length; at += 4) starts.set([0xff, 0xd8, 0xff, 0xe0], at)
    const source = inMemory(concat(SOI, FRAME, SCAN, DATA, EOI, starts))
    let read = 0
    const counting = {
      ...source,
      read: (start: number, end: number) => {
        read += end - start
        return source.read(start, end)
      },
    }
    await jpeg.split(counting).catch((error) => expect(error).toBeInstanceOf(Malformed))
    expect(read).toBeLessThan(20 * source.size)
  })

  it('of nothing but fill bytes is one run', async () => {
    const parts = await split(SOI, new Uint8Array(3_000_000).fill(0xff))
    expect(parts.length).toBeLessThan(5)
  })
})

describe('properties of splitting and cleaning', { timeout: 60_000 }, () => {
  const payload = fc.uint8Array({ maxLength: 40 })
  const segment = fc.oneof(
    fc.tuple(fc.integer({ min: 0xe0, max: 0xef }), payload).map(([code, bytes]) => jpegSegment(code, bytes)),
    fc
      .constantFrom('JFIF\0', 'Exif\0\0', 'ICC_PROFILE\0', 'MPF\0', 'Adobe', 'http://ns.adobe.com/xap/1.0/\0')
      .chain((identifier) =>
        fc
          .tuple(fc.constantFrom(0xe0, 0xe1, 0xe2, 0xee), payload)
          .map(([code, bytes]) => jpegSegment(code, concat(latin1Bytes(identifier), bytes))),
      ),
    payload.map((bytes) => jpegSegment(0xfe, bytes)),
    fc.constant(Uint8Array.of(0xff, 0xff)),
    payload,
  )
  const scan = payload.map((bytes) => concat(SCAN, bytes))
  const file = fc
    .tuple(
      fc.array(segment, { maxLength: 6 }),
      fc.array(fc.oneof(scan, segment), { maxLength: 6 }),
      fc.array(fc.oneof(payload, fc.constant(EOI), fc.constant(SOI), segment, scan), { maxLength: 6 }),
    )
    .map(([head, middle, tail]) => concat(SOI, ...head, FRAME, ...middle, EOI, ...tail))

  it('parts tile every file, or it is Malformed', async () => {
    await fc.assert(
      fc.asyncProperty(file, async (bytes) => {
        const parts = await jpeg.split(inMemory(bytes)).catch(malformed)
        if (!parts) return
        expect(parts.reduce((sum, part) => sum + lengthOf(part), 0)).toBe(bytes.length)
        const joined = new Uint8Array(await new Blob(join(parts)).arrayBuffer())
        expect(Buffer.compare(joined, bytes)).toBe(0)
      }),
      { numRuns: 500 },
    )
  })

  it('cleaning twice is cleaning once, and what it leaves is on the keep-table', async () => {
    await fc.assert(
      fc.asyncProperty(file, async (bytes) => {
        const parts = await jpeg.split(inMemory(bytes)).catch(malformed)
        if (!parts) return
        const once = await cleaned(bytes).catch(malformed)
        if (!once) return
        expect(Buffer.compare(await cleaned(once), once)).toBe(0)
        expect((await clean(await split(once), jpeg)).removed).toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  function malformed(error: unknown): null {
    expect(error).toBeInstanceOf(Malformed)
    return null
  }
})
