import { describe, expect, it } from 'vitest'
import { concat, latin1Bytes, u32be } from '../../../../src/formats/core/bytes'
import { Malformed, Uncheckable } from '../../../../src/formats/core/malformed'
import { mp4 } from '../../../../src/formats/isobmff/mp4'
import {
  A_TIME,
  boxOf,
  filmOf,
  ftyp,
  fullBox,
  mvhd,
  type TrackRecipe,
  u16be,
  userBox,
} from '../../../support/box-bytes'
import { blockText, cleanedOf, namesOf, partsOf } from '../../../support/taken-apart'

const VIDEO: TrackRecipe = { handler: 'vide', codec: 'avc1', samples: ['FRAME-1', 'FRAME-2'] }
const SOUND: TrackRecipe = { handler: 'soun', codec: 'mp4a', samples: ['SOUND-1'] }
const GPS: TrackRecipe = { handler: 'meta', codec: 'gpmd', samples: ['45.77,4.85'] }
const XMP = 'be7acfcb97a942e89c71999491e3afac'

const textOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')
/** A file, cleaned; what is left must be nothing but what may stay. */
async function cleanedText(film: Uint8Array): Promise<string> {
  const { bytes } = await cleanedOf(mp4, film)
  expect((await cleanedOf(mp4, bytes)).removed).toEqual([])
  return textOf(bytes)
}
const within = (box: Uint8Array) => filmOf({ tracks: [VIDEO], inMoov: [box] })

describe('mp4.recognises', () => {
  it.each([
    ['MP4', ftyp('isom'), true],
    ['MOV', ftyp('qt  '), true],
    ['a film from before ftyp', boxOf('moov'), true],
    ['HEIC', ftyp('heic'), false],
    ['AVIF', ftyp('avif', 'mif1'), false],
    ['Canon’s RAW', ftyp('crx '), false],
    ['text', latin1Bytes('Lina at the lake'), false],
    ['nothing', new Uint8Array(), false],
  ])('%s', (_, head, expected) => {
    expect(mp4.recognises(head)).toBe(expected)
  })
})

describe('mp4', () => {
  it('tells XMP under a user type in udta', async () => {
    const parts = await partsOf(mp4, within(boxOf('udta', userBox(XMP, '<x/>'))))
    const found = parts.filter(({ block }) => block?.type === 'xmp')
    expect(await Promise.all(found.map(blockText))).toEqual(['<x/>'])
  })

  it('keeps frames and sound where they are, and every length', async () => {
    const film = filmOf({ tracks: [VIDEO, SOUND] })
    const { bytes, kept } = await cleanedOf(mp4, film)
    expect(bytes.length).toBe(film.length)
    for (const sample of ['FRAME-1', 'FRAME-2', 'SOUND-1']) {
      expect(textOf(bytes).indexOf(sample)).toBe(textOf(film).indexOf(sample))
    }
    expect(kept).toEqual(['sound'])
  })

  it.each([
    ['udta in the film', within(boxOf('udta', boxOf('\xa9xyz', '+45.7772+004.8552/')))],
    [
      'udta in a track',
      filmOf({ tracks: [{ ...VIDEO, inTrak: [boxOf('udta', boxOf('name', '+45.7772+004.8552/'))] }] }),
    ],
    ['XMP in udta', within(boxOf('udta', boxOf('XMP_', '+45.7772+004.8552/')))],
    ['XMP under a user type in udta', within(boxOf('udta', userBox(XMP, '+45.7772+004.8552/')))],
    ['udta in which nothing fits', within(boxOf('udta', u32be(99), 'name+45.7772+004.8552/'))],
    ['meta', within(boxOf('meta', boxOf('ilst', '+45.7772+004.8552/')))],
    ['uuid', filmOf({ tracks: [VIDEO], top: [userBox(XMP, '+45.7772+004.8552/')] })],
    ['a box nobody knows', within(boxOf('mine', '+45.7772+004.8552/'))],
    ['free space', filmOf({ tracks: [VIDEO], top: [boxOf('free', '+45.7772+004.8552/')] })],
    ['free space in a box', within(boxOf('skip', '+45.7772+004.8552/'))],
    ['bytes in front of the samples', filmOf({ tracks: [VIDEO], before: '+45.7772+004.8552/' })],
    ['bytes behind the samples', filmOf({ tracks: [VIDEO], behind: '+45.7772+004.8552/' })],
    ['bytes behind the last box', filmOf({ tracks: [VIDEO], end: '+45.7772+004.8552/' })],
    ['a track of telemetry', filmOf({ tracks: [VIDEO, { ...GPS, samples: ['+45.7772+004.8552/'] }] })],
    ['a track of subtitles', filmOf({ tracks: [VIDEO, { ...GPS, handler: 'sbtl', samples: ['+45.7772+004.8552/'] }] })],
  ])('blanks %s', async (_, film) => {
    expect(textOf(film)).toContain('+45.7772+004.8552/')
    const text = await cleanedText(film)
    expect(text).not.toContain('45.77')
    expect(text).toContain('FRAME-1')
  })

  it('leaves an all-round film one, and says nothing else of it', async () => {
    const element = (name: string, value: string) => `<GSpherical:${name}>${value}</GSpherical:${name}>`
    const says = [
      element('Spherical', 'true'),
      element('Stitched', 'true'),
      element('StitchingSoftware', 'Insta360 of Lina'),
      element('ProjectionType', 'equirectangular'),
      element('TimeStamp', '1749909730'),
    ]
    const version1 = userBox(
      'ffcc8263f8554a938814587a02521fdd',
      `<?xml version="1.0"?><rdf:SphericalVideo
xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
xmlns:GSpherical="http://ns.google.com/videos/1.0/spherical/">${says.join('\n')}</rdf:SphericalVideo>`,
    )
    const version2 = boxOf(
      'sv3d',
      fullBox('svhd', 0, 0, 'Insta360 of Lina\0'),
      boxOf('proj', fullBox('prhd', 0, 0, new Uint8Array(12)), fullBox('equi', 0, 0, new Uint8Array(16))),
    )
    const fields = new Uint8Array(70)
    const film = filmOf({ tracks: [{ ...VIDEO, entryFields: fields, inEntry: [version2], inTrak: [version1] }] })
    const { bytes, kept } = await cleanedOf(mp4, film)
    expect(kept).toContain('panorama')
    const text = await cleanedText(film)
    expect(text).not.toMatch(/Insta360|Lina|1749909730/)
    expect(text).toContain('<GSpherical:ProjectionType>equirectangular</GSpherical:ProjectionType>')
    expect(text).toContain('<GSpherical:StitchingSoftware></GSpherical:StitchingSoftware>')
    for (const type of ['sv3d', 'svhd', 'proj', 'prhd', 'equi']) expect(text).toContain(type)
    expect(bytes.length).toBe(film.length)
    const other = filmOf({
      tracks: [{ ...VIDEO, inTrak: [userBox('ffcc8263f8554a938814587a02521fdd', 'Lina at the lake')] }],
    })
    expect(await cleanedText(other)).not.toContain('Lina')
  })

  it('turns what goes into free boxes of the same length', async () => {
    const udta = boxOf('udta', boxOf('name', 'Lina'))
    const film = within(udta)
    const at = textOf(film).indexOf('udta') - 4
    const { bytes } = await cleanedOf(mp4, film)
    expect(bytes.subarray(at, at + udta.length)).toEqual(boxOf('free', new Uint8Array(udta.length - 8)))
  })

  it('leaves a row of boxes where one with fields lies in the wrong place', async () => {
    const { bytes } = await cleanedOf(
      mp4,
      within(concat(mvhd(), boxOf('trak', fullBox('tkhd', 0, 0, new Uint8Array(80)), mvhd(), boxOf('udta', 'Lina')))),
    )
    expect(await namesOf(mp4, bytes)).not.toContain('moov/trak/rest')
    expect(textOf(bytes)).not.toContain('Lina')
  })

  it('zeroes the times of film, track and media, and points at them', async () => {
    const film = filmOf({ tracks: [VIDEO] })
    const times = (await partsOf(mp4, film)).filter(({ block }) => block?.type === 'time-1904')
    expect(times.map(({ name }) => name)).toEqual(
      ['moov/mvhd', 'moov/trak/tkhd', 'moov/trak/mdia/mdhd'].flatMap((box) => [
        `${box}/creation_time`,
        `${box}/modification_time`,
      ]),
    )
    expect(await Promise.all(times.map(blockText))).toEqual(Array(6).fill(textOf(u32be(A_TIME))))
    expect(await cleanedText(film)).not.toContain(textOf(u32be(A_TIME)))
  })

  it('zeroes the names of handlers and encoders', async () => {
    const fields = concat(new Uint8Array(34), latin1Bytes('\x0aLina 1.0.2'), new Uint8Array(25))
    const text = await cleanedText(filmOf({ tracks: [{ ...VIDEO, entryFields: fields }] }))
    expect(text).not.toContain('Lina')
    expect(text).not.toContain('Mine')
  })

  it('keeps the configuration of codecs, and nothing that is unknown beside it', async () => {
    const inEntry = [boxOf('avcC', 'CONFIG'), boxOf('mine', 'Lina')]
    const text = await cleanedText(filmOf({ tracks: [{ ...VIDEO, inEntry }] }))
    expect(text).toContain('CONFIG')
    expect(text).not.toContain('Lina')
  })

  it('points at GPMF samples', async () => {
    const parts = await partsOf(mp4, filmOf({ tracks: [VIDEO, GPS] }))
    const gpmf = parts.filter(({ block }) => block?.type === 'gpmf')
    expect(await Promise.all(gpmf.map(blockText))).toEqual(['45.77,4.85'])
  })

  it('points at a film that is turned off as one hidden film', async () => {
    const hidden = { ...VIDEO, flags: 0, samples: ['BEFORE', 'CUT'] }
    const parts = await partsOf(mp4, filmOf({ tracks: [VIDEO, hidden] }))
    const video = parts.filter(({ block }) => block?.type === 'video')
    expect((await Promise.all(video.map(blockText))).join('')).toBe('BEFORECUT')
    expect(new Set(video.map(({ block }) => block?.group)).size).toBe(1)
  })

  it('keeps bytes that a track which goes shares with one that stays', async () => {
    const film = filmOf({
      tracks: [VIDEO, { ...GPS, samples: ['', ''], sizes: fullBox('stsz', 0, 0, u32be(7), u32be(2)) }],
    })
    const shared = textOf(film).indexOf('FRAME-1')
    const places = textOf(film).lastIndexOf('stco') + 12
    const view = new DataView(film.buffer)
    view.setUint32(places, shared)
    expect(await cleanedText(film)).toContain('FRAME-1')
  })

  it.each([
    ['is turned off', [VIDEO, { ...VIDEO, flags: 0, samples: ['BEFORE-CUT'] }], false],
    [
      'is an alternative',
      [
        { ...VIDEO, alternateGroup: 1 },
        { ...VIDEO, flags: 0, alternateGroup: 1, samples: ['BEFORE-CUT'] },
      ],
      true,
    ],
    [
      'holds the pictures of chapters',
      [
        { ...VIDEO, references: [boxOf('chap', u32be(2))] },
        { ...VIDEO, samples: ['BEFORE-CUT'] },
      ],
      false,
    ],
    ['is a preview', [VIDEO, { ...VIDEO, references: [boxOf('thmb', u32be(1))], samples: ['BEFORE-CUT'] }], false],
    ['is the only one, turned off', [{ ...VIDEO, flags: 0, samples: ['FRAME-1', 'BEFORE-CUT'] }], true],
  ])('decides about a second film that %s', async (_, tracks, stays) => {
    const text = await cleanedText(filmOf({ tracks }))
    expect(text.includes('BEFORE-CUT')).toBe(stays)
    expect(text).toContain('FRAME-1')
  })

  it.each([
    ['stz2 of 4 bits', fullBox('stz2', 0, 0, u32be(4), u32be(2), Uint8Array.of(0x77))],
    ['stz2 of 8 bits', fullBox('stz2', 0, 0, u32be(8), u32be(2), Uint8Array.of(7, 7))],
    ['stz2 of 16 bits', fullBox('stz2', 0, 0, u32be(16), u32be(2), u16be(7), u16be(7))],
    ['one size for all', fullBox('stsz', 0, 0, u32be(7), u32be(2))],
  ])('finds samples by %s', async (_, sizes) => {
    const text = await cleanedText(filmOf({ tracks: [{ ...VIDEO, sizes }], behind: 'Lina' }))
    expect(text).toContain('FRAME-1FRAME-2')
    expect(text).not.toContain('Lina')
  })

  it('finds samples by 64-bit offsets', async () => {
    const text = await cleanedText(filmOf({ tracks: [{ ...VIDEO, wideOffsets: true }], behind: 'Lina' }))
    expect(text).toContain('FRAME-1FRAME-2')
    expect(text).not.toContain('Lina')
  })

  it('knows how many bytes a moment of QuickTime’s uncompressed sound has', async () => {
    const stereo16 = concat(new Uint8Array(8), u16be(2), u16be(16), new Uint8Array(8))
    const sound = { ...SOUND, codec: 'twos', entryFields: stereo16, sizes: fullBox('stsz', 0, 0, u32be(1), u32be(1)) }
    const text = await cleanedText(filmOf({ tracks: [{ ...sound, samples: ['PCM!'] }], behind: 'Lina' }))
    expect(text).toContain('PCM!')
    expect(text).not.toContain('Lina')
  })

  it('cuts off what follows the last box, and whole boxes at the end', async () => {
    const film = filmOf({ tracks: [VIDEO] })
    for (const end of [
      'Lina',
      '\0\0\0\0\0\0\0\0SEFH',
      'behind the film: Lina at the lake',
      boxOf('uuid', 'x'.repeat(16), 'Lina'),
    ]) {
      const { bytes } = await cleanedOf(mp4, concat(film, typeof end === 'string' ? latin1Bytes(end) : end))
      expect(bytes.length).toBe(film.length)
    }
  })
})

describe('mp4, in fragments', () => {
  const trex = fullBox('trex', 0, 0, u32be(1), u32be(1), u32be(40), u32be(7), u32be(0))
  const head = filmOf({
    tracks: [
      { ...VIDEO, samples: [] },
      { ...GPS, samples: [] },
    ],
    inMoov: [boxOf('mvex', trex)],
  })
  /** A fragment with two frames by default size, and one sample of telemetry behind them. */
  const fragment = (mdat: string, ...more: Uint8Array[]) => {
    const build = (offset: number) => {
      const video = boxOf('traf', fullBox('tfhd', 0, 0x20000, u32be(1)), fullBox('trun', 0, 1, u32be(2), u32be(offset)))
      const sizes = fullBox('trun', 0, 0x201, u32be(1), u32be(offset + 14), u32be(10))
      return boxOf(
        'moof',
        fullBox('mfhd', 0, 0, u32be(1)),
        video,
        boxOf('traf', fullBox('tfhd', 0, 0x20000, u32be(2)), sizes),
        ...more,
      )
    }
    return concat(build(build(0).length + 8), boxOf('mdat', mdat))
  }

  it('keeps frames and blanks telemetry, gaps and times of recording', async () => {
    const prft = fullBox('prft', 1, 0, u32be(1), 'NTP-TIME', new Uint8Array(8))
    const film = concat(head, prft, fragment('FRAME-1FRAME-245.77,4.85Lina'), fragment('FRAME-3FRAME-445.77,4.85'))
    const text = await cleanedText(film)
    expect(text.length).toBe(film.length)
    for (const frame of [1, 2, 3, 4])
      expect(text.indexOf(`FRAME-${frame}`)).toBe(textOf(film).indexOf(`FRAME-${frame}`))
    for (const gone of ['45.77', 'Lina', 'NTP']) expect(text).not.toContain(gone)
  })

  it('blanks boxes in a fragment that nobody knows', async () => {
    const text = await cleanedText(concat(head, fragment('FRAME-1FRAME-245.77,4.85', userBox(XMP, 'Lina'))))
    expect(text).not.toContain('Lina')
    expect(text).toContain('FRAME-2')
  })
})

describe('mp4, broken', () => {
  it.each([
    ['neither film nor picture', ftyp('isom')],
    ['moov cut short', filmOf({ tracks: [VIDEO] }).subarray(0, -9)],
    [
      'a film whose head is packed',
      concat(ftyp('qt  '), boxOf('moov', boxOf('cmov', 'zlib')), boxOf('mdat', 'FRAME-1')),
    ],
    ['two films in one', concat(filmOf({ tracks: [VIDEO] }), boxOf('moov', mvhd()))],
    [
      'two tables of places',
      filmOf({
        tracks: [
          {
            ...VIDEO,
            sizes: concat(fullBox('stsz', 0, 0, u32be(7), u32be(2)), fullBox('stsz', 0, 0, u32be(1), u32be(2))),
          },
        ],
      }),
    ],
    ['a track without a head', concat(ftyp('isom'), boxOf('moov', mvhd(), boxOf('trak')))],
    [
      'a table longer than its box',
      filmOf({ tracks: [{ ...VIDEO, sizes: fullBox('stsz', 0, 0, u32be(0), u32be(0xffffffff)) }] }),
    ],
    ['sizes of 5 bits', filmOf({ tracks: [{ ...VIDEO, sizes: fullBox('stz2', 0, 0, u32be(5), u32be(0)) }] })],
    ['a box longer than what holds it', within(concat(u32be(99), latin1Bytes('free')))],
    [
      'hdlr without a type',
      concat(ftyp('isom'), boxOf('moov', mvhd(), boxOf('meta'), boxOf('trak', fullBox('hdlr', 0, 0)))),
    ],
  ])('refuses %s', async (_, film) => {
    await expect(partsOf(mp4, film)).rejects.toThrow(Malformed)
  })

  it('tells the texts of a track sample by sample, in one group, and whether they are chapters', async () => {
    const texts = { handler: 'text', codec: 'text', samples: ['\0\x04Lina', '\0\x05Odile'] }
    const chap = boxOf('chap', u32be(2))
    for (const [references, label] of [
      [[], 'subtitles'],
      [[chap], 'chapters'],
    ] as const) {
      const parts = await partsOf(mp4, filmOf({ tracks: [{ ...VIDEO, references }, texts] }))
      const told = parts.filter(({ block }) => block?.label === label)
      expect(told.map(({ block }) => block)).toMatchObject(
        Array(2).fill({ type: 'text', packing: 'timed-text', encoding: 'utf-8', group: 'track 2' }),
      )
      expect(await Promise.all(told.map(blockText))).toEqual(texts.samples)
    }
  })

  it('calls the trailer of a camera for all-round films by its name, and cuts it off', async () => {
    const end = '\xff\xff\xff\xff Lina 8db42d694ccc418790edff439fe026bf'
    const film = filmOf({ tracks: [VIDEO], end })
    expect((await partsOf(mp4, film)).at(-1)?.block?.label).toBe('Insta360 trailer')
    expect((await cleanedOf(mp4, film)).bytes).toHaveLength(film.length - end.length)
  })

  it('is refused when such a trailer lies in a frame that ends the file, where its readers would find it', async () => {
    const frame = 'Lina 8db42d694ccc418790edff439fe026bf'
    const film = filmOf({ tracks: [{ ...VIDEO, samples: [frame] }], end: boxOf('mdat', frame) })
    expect(await partsOf(mp4, film)).not.toHaveLength(0)
    new DataView(film.buffer).setUint32(textOf(film).indexOf('stco') + 12, film.length - frame.length)
    await expect(partsOf(mp4, film)).rejects.toThrow(Uncheckable)
  })

  it('is refused with tens of thousands of boxes in a small file, which would fill the memory', async () => {
    const bomb = concat(...Array(40_000).fill(boxOf('mine', 'Lina')))
    await expect(partsOf(mp4, concat(filmOf({ tracks: [VIDEO] }), bomb))).rejects.toThrow(Uncheckable)
    expect(await partsOf(mp4, concat(filmOf({ tracks: [VIDEO] }), bomb.subarray(0, 12 * 10_000)))).not.toHaveLength(0)
  })

  it('takes a file of data alone apart, and would not leave it empty', async () => {
    const film = filmOf({ tracks: [{ handler: 'meta', codec: 'gpmd', samples: ['DEVC Lina'] }] })
    expect((await partsOf(mp4, film)).some(({ block }) => block?.type === 'gpmf')).toBe(true)
    await expect(cleanedOf(mp4, film)).rejects.toThrow(Uncheckable)
  })

  it('refuses to blank a box in which samples lie', async () => {
    const film = filmOf({ tracks: [VIDEO], inMoov: [boxOf('udta', 'x'.repeat(64))] })
    const view = new DataView(film.buffer)
    view.setUint32(textOf(film).indexOf('stco') + 12, textOf(film).indexOf('udta') + 4)
    await expect(partsOf(mp4, film)).rejects.toThrow(Malformed)
  })

  it('takes a film whose media data is cut short', async () => {
    const cut = concat(filmOf({ tracks: [VIDEO] }), u32be(1000), latin1Bytes('mdatFRAME'))
    expect((await namesOf(mp4, cut)).at(-1)).toBe('mdat/gap')
  })
})
