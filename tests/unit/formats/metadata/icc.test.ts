import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { clean } from '../../../../src/clean/clean'
import { concat, latin1Bytes, u32be } from '../../../../src/formats/core/bytes'
import { join } from '../../../../src/formats/core/part'
import { sourceOf } from '../../../../src/formats/core/source'
import { deflate } from '../../../../src/formats/core/zlib'
import { gif } from '../../../../src/formats/gif/gif'
import { heif } from '../../../../src/formats/isobmff/heif'
import { jpeg } from '../../../../src/formats/jpeg/jpeg'
import { withoutScreen } from '../../../../src/formats/metadata/icc'
import { png } from '../../../../src/formats/png/png'
import { tiff } from '../../../../src/formats/tiff/tiff'
import { webp } from '../../../../src/formats/webp'
import { boxOf, heifOf } from '../../../support/box-bytes'
import {
  gifExtension,
  pngChunk,
  riffChunk,
  riffChunksOf,
  subBlocks,
  webpOf,
  withPngChunks,
} from '../../../support/chunks'
import { bytesOf, still } from '../../../support/generated/frames'
import { jpegSegment, withSegments } from '../../../support/jpeg-bytes'
import { PLAIN, tiffOf } from '../../../support/tiff-bytes'

/** The profile that sharp writes for Display P3. */
async function plain(): Promise<Uint8Array> {
  const { icc } = await sharp(await still().withIccProfile('p3').png().toBuffer()).metadata()
  if (!icc) throw new Error('sharp wrote no profile')
  return new Uint8Array(icc)
}

/** The same profile with more tags at its end. */
function withTags(profile: Uint8Array, tags: Readonly<Record<string, string>>): Uint8Array<ArrayBuffer> {
  const view = new DataView(profile.buffer, profile.byteOffset)
  const count = view.getUint32(128)
  const added = Object.entries(tags)
  const shift = added.length * 12
  const entries = Array.from({ length: count }, (_, index) => {
    const at = 132 + index * 12
    return concat(
      profile.subarray(at, at + 4),
      u32be(view.getUint32(at + 4) + shift),
      profile.subarray(at + 8, at + 12),
    )
  })
  const data: Uint8Array[] = []
  let end = profile.length + shift
  for (const [name, text] of added) {
    // libpng wants lengths that four divides.
    const bytes = latin1Bytes(`text\0\0\0\0${text.padEnd(Math.ceil(text.length / 4) * 4)}`)
    entries.push(concat(latin1Bytes(name), u32be(end), u32be(bytes.length)))
    data.push(bytes)
    end += bytes.length
  }
  const head = concat(u32be(end), profile.subarray(4, 128), u32be(count + added.length))
  return concat(head, ...entries, profile.subarray(132 + count * 12), ...data)
}

const SCREEN = { mmod: 'serial 4711', vcgt: 'gamma table', meta: 'EDID_serial 4711' }
const shows = (bytes: Uint8Array, text: string) => Buffer.from(bytes).includes(text)

/** Samples that a colour management of another hand makes of a picture with this profile. */
const colours = async (profile: Uint8Array) => {
  const png = await still().withIccProfile('p3').jpeg({ quality: 95 }).toBuffer()
  const bare = new Uint8Array(png)
  const at = Buffer.from(bare).indexOf('ICC_PROFILE')
  const start = at - 4
  const end = start + 2 + ((bare[at - 2] ?? 0) << 8) + (bare[at - 1] ?? 0)
  const segment = jpegSegment(0xe2, concat(latin1Bytes('ICC_PROFILE\0\x01\x01'), profile))
  return sharp(concat(bare.subarray(0, start), segment, bare.subarray(end)))
    .toColourspace('srgb')
    .raw()
    .toBuffer()
}

describe('a colour profile', () => {
  it('of a working space stays as it is', async () => {
    expect(withoutScreen(await plain())).toBeNull()
  })

  it('of a screen loses what identifies the screen, and gives the same colours', async () => {
    const profile = withTags(await plain(), SCREEN)
    const neutral = withoutScreen(profile)
    if (!neutral) throw new Error('nothing taken out')
    expect(neutral).toHaveLength(profile.length)
    expect(shows(profile, '4711')).toBe(true)
    for (const text of ['4711', 'gamma table', 'mmod', 'EDID']) expect(shows(neutral, text)).toBe(false)
    expect(neutral.subarray(24, 36)).toEqual(new Uint8Array(12))
    expect(Buffer.compare(await colours(neutral), await colours(await plain()))).toBe(0)
    expect(withoutScreen(neutral)).toBeNull()
  })

  it('keeps bytes that a tag which stays shares with one that goes', async () => {
    const profile = withTags(await plain(), { mmod: 'serial 4711' })
    const view = new DataView(profile.buffer)
    const shared = 132 + (view.getUint32(128) - 1) * 12
    const red = [...Array(20).keys()].map((i) => 132 + i * 12).find((at) => shows(profile.subarray(at, at + 4), 'rXYZ'))
    if (red === undefined) throw new Error('no red in the profile')
    profile.set(profile.subarray(red + 4, red + 12), shared + 4)
    const neutral = withoutScreen(profile)
    const [start, length] = [view.getUint32(red + 4), view.getUint32(red + 8)]
    expect(neutral?.subarray(start, start + length)).toEqual(profile.subarray(start, start + length))
  })

  it('that is cut or broken anywhere is left alone or read, never an error', async () => {
    const profile = withTags(await plain(), SCREEN)
    for (let end = 0; end < profile.length; end += 3) withoutScreen(profile.subarray(0, end))
    for (let at = 128; at < 132 + 12 * 12; at++) {
      const broken = Uint8Array.from(profile)
      broken[at] = 0xff
      withoutScreen(broken)
    }
  })

  it('in several chunks of a JPEG, in any order, keeps their borders', async () => {
    const profile = withTags(await plain(), SCREEN)
    const chunk = (n: number, from: number, to: number) =>
      jpegSegment(0xe2, concat(latin1Bytes('ICC_PROFILE\0'), Uint8Array.of(n, 3), profile.subarray(from, to)))
    const chunks = [chunk(1, 0, 200), chunk(3, 300, profile.length), chunk(2, 200, 300)]
    const photo = withSegments(await bytesOf(still().jpeg()), ...chunks)
    const { parts, removed } = await clean(await jpeg.split(sourceOf(new Blob([photo]))), jpeg)
    const result = new Uint8Array(await new Blob(join(parts)).arrayBuffer())
    expect(removed).toContain('APP2 ICC_PROFILE of a screen')
    expect(shows(photo, 'EDID')).toBe(true)
    expect(shows(result, 'EDID')).toBe(false)
    expect(Buffer.from((await sharp(result).metadata()).icc ?? [])).toEqual(Buffer.from(withoutScreen(profile) ?? []))
  })

  it.each([
    ['PNG', png, 'iCCP of a screen'],
    ['WebP', webp, 'ICCP of a screen'],
  ] as const)('of a screen is found in a %s as well', async (_, format, name) => {
    const profile = withTags(await plain(), { ...SCREEN, targ: 'x' })
    const photo =
      format === png
        ? withPngChunks(
            await bytesOf(still().png()),
            pngChunk('iCCP', concat(latin1Bytes('Lina\0\0'), await deflate(profile))),
          )
        : withWebpProfile(await bytesOf(still().withIccProfile('p3').webp()), profile)
    const parts = await format.split(sourceOf(new Blob([photo])))
    const { parts: kept, removed } = await clean(parts, format)
    const result = new Uint8Array(await new Blob(join(kept)).arrayBuffer())
    expect(removed).toEqual([name])
    expect(Buffer.from((await sharp(photo).metadata()).icc ?? [])).toEqual(Buffer.from(profile))
    expect(Buffer.from((await sharp(result).metadata()).icc ?? [])).toEqual(Buffer.from(withoutScreen(profile) ?? []))
    expect((await clean(await format.split(sourceOf(new Blob([result]))), format)).removed).toEqual([])
  })

  it('of a screen is found in the sub-blocks of a GIF as well', async () => {
    const profile = withTags(await plain(), { ...SCREEN, targ: 'x' })
    const picture = await bytesOf(still().gif())
    const behindHeader = 13 + 3 * 2 ** (((picture[10] ?? 0) & 7) + 1)
    const withProfile = (bytes: Uint8Array) => {
      const extension = gifExtension(0xff, Uint8Array.of(11), latin1Bytes('ICCRGBG1012'), subBlocks(bytes))
      return concat(picture.subarray(0, behindHeader), extension, picture.subarray(behindHeader))
    }
    const parts = await gif.split(sourceOf(new Blob([withProfile(profile)])))
    const { parts: kept, removed } = await clean(parts, gif)
    const result = new Uint8Array(await new Blob(join(kept)).arrayBuffer())
    expect(removed).toEqual(['application ICCRGBG1012 of a screen'])
    expect(Buffer.from(result)).toEqual(Buffer.from(withProfile(withoutScreen(profile) ?? new Uint8Array())))
    expect((await clean(await gif.split(sourceOf(new Blob([result]))), gif)).removed).toEqual([])
  })

  it.each([
    ['HEIF', heif, 'meta/iprp/ipco/colr ICC of a screen', inHeif],
    ['TIFF, at its end', tiff, 'IFD/ICCProfile of a screen', inTiff],
  ] as const)('of a screen is replaced in place in a %s', async (_, format, name, withProfile) => {
    const profile = withTags(await plain(), SCREEN)
    const photo = withProfile(profile)
    const { parts, removed, kept } = await clean(await format.split(sourceOf(new Blob([photo]))), format)
    const result = new Uint8Array(await new Blob(join(parts)).arrayBuffer())
    expect(removed).toContain(name)
    expect(kept).toContain('colour-profile')
    const at = Buffer.from(photo).indexOf(profile)
    const expected = Uint8Array.from(photo)
    expected.set(withoutScreen(profile) ?? [], at)
    expect(at).toBeGreaterThan(0)
    expect(Buffer.compare(result.subarray(at, at + profile.length), expected.subarray(at, at + profile.length))).toBe(0)
    expect(result).toHaveLength(photo.length)
    const again = await clean(await format.split(sourceOf(new Blob([result]))), format)
    expect(again.removed).toEqual([])
    expect(again.kept).toContain('colour-profile')
  })

  it.each([
    [
      'JPEG',
      jpeg,
      async () => withSegments(await bytesOf(still().jpeg()), jpegSegment(0xe2, `ICC_PROFILE\0\x01\x01${NO_PROFILE}`)),
    ],
    [
      'PNG',
      png,
      async () =>
        withPngChunks(
          await bytesOf(still().png()),
          pngChunk('iCCP', concat(latin1Bytes('ICC profile\0\0'), await deflate(latin1Bytes(NO_PROFILE)))),
        ),
    ],
    [
      'WebP',
      webp,
      async () => withWebpProfile(await bytesOf(still().withIccProfile('p3').webp()), latin1Bytes(NO_PROFILE)),
    ],
    ['HEIF', heif, async () => inHeif(latin1Bytes(NO_PROFILE))],
    ['TIFF', tiff, async () => inTiff(latin1Bytes(NO_PROFILE))],
  ] as const)('without its signature is none: what a %s has there becomes zeros', async (_, format, make) => {
    const { parts } = await clean(await format.split(sourceOf(new Blob([await make()]))), format)
    const result = new Uint8Array(await new Blob(join(parts)).arrayBuffer())
    expect(Buffer.from(result).includes('Lina')).toBe(false)
    const again = await clean(await format.split(sourceOf(new Blob([result]))), format)
    expect(again.removed).toEqual([])
  })
})

const NO_PROFILE = 'Lina at the lake, not coloured'

const inHeif = (profile: Uint8Array) =>
  heifOf({
    items: [{ id: 1, type: 'hvc1', extents: ['PICTURE'] }],
    properties: [boxOf('colr', 'prof', profile)],
    associations: [[1, 1]],
  })

const inTiff = (profile: Uint8Array) => tiffOf({ pages: [[...PLAIN, [34675, 7, [...profile]]]] })

function withWebpProfile(webpWithProfile: Uint8Array, profile: Uint8Array): Uint8Array<ArrayBuffer> {
  const chunks = riffChunksOf(webpWithProfile)
  return webpOf(...chunks.map(({ type, bytes }) => (type === 'ICCP' ? riffChunk('ICCP', profile) : bytes)))
}
