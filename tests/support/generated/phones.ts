import { concat, latin1Bytes, u32be } from '../../../src/formats/core/bytes'
import { auxC, boxOf, filmOf, fullBox, group, heifOf, type ItemRecipe, type TrackRecipe, u16be } from '../box-bytes'
import { exifOf as tiffOf } from '../exif-builder'
import type { Recipe } from '../generated'
import { film } from '../jpeg-bytes'
import { PERSONAL, tagged } from '../tagged'
import { bytesOf, samples, still } from './frames'
import { exifItem, PICTURE, PROPERTIES, SHOWN, xmpItem } from './heif'
import { GPMD, MEBX, SOUND, VIDEO } from './mp4'

/** Ties the photo of a Live Photo to its film. */
export const CONTENT_IDENTIFIER = '6F1A7C02-5B0E-4D3C-9A51-0C7E2B9D4E88'

/** The metadata of a gain map with one channel: ISO 21496-1 Annex C.2, behind the version that HEIF puts in front. */
const TONE_MAP = concat(new Uint8Array(6), ...[0, 1, 2, 1, 0, 1, 2, 1, 1, 1, 1, 64, 1, 64].map(u32be))

const coded = (id: number): ItemRecipe => ({ ...PICTURE, id, name: '' })
/** Configuration and size of further pictures, as the first has them. */
const shown = (id: number) => [[id, 1] as const, [id, 2] as const]

/** Apple's maker note with the one tag that ties a Live Photo together: big-endian, offsets from its beginning. */
function appleNote(): Uint8Array<ArrayBuffer> {
  const value = `${CONTENT_IDENTIFIER}\0`
  const directory = concat(u16be(1), u16be(0x11), u16be(2), u32be(value.length), u32be(14 + 2 + 12 + 4), u32be(0))
  return concat(latin1Bytes('Apple iOS\0'), u16be(1), latin1Bytes('MM'), directory, latin1Bytes(value))
}

/** iOS 18: an Apple gain map that is an ISO one as well, with Exif and XMP that all three pictures share. */
async function iphone(): Promise<Uint8Array<ArrayBuffer>> {
  const gainMap = [coded(4), { id: 5, type: 'tmap', extents: [TONE_MAP] }]
  return heifOf({
    items: [PICTURE, await exifItem(2), await xmpItem(3), ...gainMap],
    references: [
      ['auxl', 4, 1],
      ['dimg', 5, 1, 4],
      ['cdsc', 2, 1, 5],
      ['cdsc', 3, 1, 4, 5],
    ],
    properties: [...PROPERTIES, auxC('urn:com:apple:photo:2020:aux:hdrgainmap')],
    associations: [...SHOWN, ...shown(4), [4, 4], [5, 2], [5, 3]],
    groups: [group('altr', 5, 1)],
  })
}

/** iOS with a portrait: each auxiliary picture has its own XMP, of which that of the gain map alone stays. */
async function portrait(): Promise<Uint8Array<ArrayBuffer>> {
  const numbers = `<x:xmpmeta HDRGainMap:HDRGainMapVersion="65536" by="Odile Marchetti"/>${' '.repeat(300)}`
  const xmp = (id: number, text: string): ItemRecipe => ({
    id,
    type: 'mime',
    rest: 'application/rdf+xml\0',
    extents: [latin1Bytes(text)],
  })
  const metadata = [await exifItem(2), await xmpItem(3), xmp(5, numbers), xmp(7, '<x>Lina</x>')]
  return heifOf({
    items: [PICTURE, coded(4), coded(6), ...metadata],
    references: [
      ['auxl', 4, 1],
      ['auxl', 6, 1],
      ['cdsc', 2, 1],
      ['cdsc', 3, 1],
      ['cdsc', 5, 4],
      ['cdsc', 7, 6],
    ],
    properties: [...PROPERTIES, auxC('urn:com:apple:photo:2020:aux:hdrgainmap'), auxC('urn:mpeg:hevc:2015:auxid:2')],
    associations: [...SHOWN, ...shown(4), [4, 4], ...shown(6), [6, 5]],
  })
}

/** Android 15 and later: the gain map is known by the tone-mapped picture alone. */
async function android(): Promise<Uint8Array<ArrayBuffer>> {
  return heifOf({
    items: [PICTURE, await exifItem(2), await xmpItem(3), coded(4), { id: 5, type: 'tmap', extents: [TONE_MAP] }],
    references: [
      ['dimg', 5, 1, 4],
      ['cdsc', 2, 1],
      ['cdsc', 3, 1],
    ],
    properties: PROPERTIES,
    associations: [...SHOWN, ...shown(4), [5, 2], [5, 3]],
    groups: [group('altr', 5, 1)],
  })
}

/** A spatial photo: two views with their cameras, and what a viewer without depth shows. */
async function spatial(): Promise<Uint8Array<ArrayBuffer>> {
  const intrinsics = fullBox('cmin', 0, 0, ...[32, 32, 16].map(u32be))
  const extrinsics = fullBox('cmex', 0, 0x08, ...[65, 0, 0].map(u32be))
  return heifOf({
    items: [PICTURE, await exifItem(2), await xmpItem(3), coded(4), coded(5)],
    references: [
      ['cdsc', 2, 1],
      ['cdsc', 3, 1],
      ['thmb', 5, 1],
    ],
    properties: [...PROPERTIES, intrinsics, extrinsics],
    associations: [...SHOWN, ...shown(4), ...shown(5), [1, 4], [4, 4], [4, 5]],
    groups: [group('ster', 1, 4)],
  })
}

/** The photo of a Live Photo. */
async function livePhoto(): Promise<Uint8Array<ArrayBuffer>> {
  const tiff = tiffOf({
    littleEndian: false,
    ifd0: [
      [0x010f, 'ascii', 'Apple\0'],
      [0x0110, 'ascii', 'iPhone 17 Pro\0'],
    ],
    exif: [
      [0x9003, 'ascii', '2025:06:14 15:42:10\0'],
      [0x927c, 'undefined', appleNote()],
    ],
  })
  return heifOf({
    items: [PICTURE, { id: 2, type: 'Exif', extents: [concat(u32be(0), tiff)] }],
    references: [['cdsc', 2, 1]],
    properties: PROPERTIES,
    associations: SHOWN,
  })
}

const MOTION_PHOTO = [...PERSONAL, '-XMP-GCamera:MotionPhoto=1', '-XMP-GCamera:MotionPhotoVersion=1']

const withFilm = (picture: Uint8Array, ...behind: readonly Uint8Array[]) =>
  concat(picture, boxOf('mpvd', film()), ...behind)

/** Google's, in AVIF: a picture, and the film in a box behind it. */
async function motionAvif(): Promise<Uint8Array<ArrayBuffer>> {
  return withFilm(await tagged(await bytesOf(still().avif()), 'avif', MOTION_PHOTO))
}

/** Samsung's, in HEIC: with its own trailer in a box as well. */
async function motionHeic(): Promise<Uint8Array<ArrayBuffer>> {
  const items = [PICTURE, await exifItem(2), await xmpItem(3)]
  const references = [['cdsc', 2, 1] as const, ['cdsc', 3, 1] as const]
  const picture = heifOf({ items, references, properties: PROPERTIES, associations: SHOWN })
  const name = 'MotionPhoto_Data'
  const entry = concat(u16be(0), u16be(0x300a), latin1Bytes(`\x10\0\0\0${name}mpv2 Villeurbanne`))
  return withFilm(picture, boxOf('sefd', entry, latin1Bytes('SEFH'), new Uint8Array(20), latin1Bytes('SEFT')))
}

const film3 = (seed: number): TrackRecipe => ({ ...VIDEO, samples: [samples(3, seed), samples(3, seed + 1)] })
const disparity = fullBox('auxi', 0, 0, 'urn:mpeg:hevc:2015:auxid:2\0')

const QUICKTIME = [
  '-QuickTime:CreateDate=2025:06:14 15:42:10',
  '-Keys:GPSCoordinates=45.7772, 4.8552, 190',
  '-Keys:Make=Apple',
  '-Keys:Model=iPhone 17 Pro',
]

/** What is focused, and from which the focus can be set again: the film before it, its disparity and how it was focused. */
const cinematic = () =>
  tagged(
    filmOf({
      brand: 'qt  ',
      tracks: [
        VIDEO,
        SOUND,
        { ...film3(40), flags: 0 },
        { ...film3(50), handler: 'auxv', flags: 0, inEntry: [disparity], references: [boxOf('auxl', u32be(3))] },
        { ...MEBX, references: [boxOf('cdsc', u32be(1))] },
      ],
    }),
    'mov',
    QUICKTIME,
  )

/** The film of a Live Photo, in the place of which the still picture stands at one moment. */
const liveFilm = () =>
  tagged(filmOf({ brand: 'qt  ', tracks: [VIDEO, SOUND, { ...MEBX, references: [boxOf('cdsc', u32be(1))] }] }), 'mov', [
    ...QUICKTIME,
    `-Keys:ContentIdentifier=${CONTENT_IDENTIFIER}`,
  ])

/** A spatial film: the second eye lies in the same frames, and a box says where the cameras stood. */
const spatialFilm = () =>
  tagged(
    filmOf({
      brand: 'qt  ',
      tracks: [
        {
          ...VIDEO,
          inEntry: [boxOf('vexu', boxOf('eyes', fullBox('stri', 0, 0, '\x03'))), boxOf('hfov', u32be(63_400))],
        },
        SOUND,
      ],
    }),
    'mov',
    QUICKTIME,
  )

/** GoPro's films all around: a track for each lens, and what the camera measured. */
const allAround = async () =>
  filmOf({
    brand: 'mp41',
    tracks: [
      VIDEO,
      film3(60),
      SOUND,
      { handler: 'tmcd', codec: 'tmcd', samples: ['time'] },
      GPMD,
      { handler: 'fdsc', codec: 'fdsc', samples: ['GPRO Odile Marchetti'] },
    ],
    inMoov: [boxOf('udta', boxOf('FIRM', 'H24.03.02.00.00'), boxOf('CAME', 'C346-serial-4711'))],
  })

const u32le = (value: number) => u32be(value).reverse()
const doubleLe = (value: number) => new Uint8Array(new Float64Array([value]).buffer)
const INSTA360_MARK = '8db42d694ccc418790edff439fe026bf'

/** What Insta360's cameras write behind their films: records with a foot each, from which readers go backwards. */
function insta360Trailer(...records: readonly (readonly [kind: number, bytes: Uint8Array])[]): Uint8Array<ArrayBuffer> {
  const rows = records.map(([kind, bytes]) => concat(bytes, u16be(kind).reverse(), u32le(bytes.length)))
  const size = rows.reduce((sum, { length }) => sum + length, 0) + 72
  return concat(...rows, new Uint8Array(32), u32le(size), u32le(3), latin1Bytes(INSTA360_MARK))
}

/** Insta360's: two lenses in one frame, and the camera and its way in the trailer. */
function insta360(): Promise<Uint8Array<ArrayBuffer>> {
  const texts = [
    [0x0a, 'IXSE42A7Z1'],
    [0x12, 'Insta360 X4'],
    [0x1a, 'v1.2.3'],
  ] as const
  const camera = concat(...texts.map(([tag, text]) => concat(Uint8Array.of(tag, text.length), latin1Bytes(text))))
  const place = concat(latin1Bytes('A'), doubleLe(45.7772), latin1Bytes('N'), doubleLe(4.8552), latin1Bytes('E'))
  const fix = concat(u32le(1_749_915_730), new Uint8Array(6), place, ...[1.5, 90, 190].map(doubleLe))
  const end = insta360Trailer([0x101, camera], [0x700, fix])
  return Promise.resolve(filmOf({ brand: 'avc1', tracks: [VIDEO, SOUND], end }))
}

const recipe = (format: Recipe['format'], name: string, make: Recipe['make']): Recipe => ({ name, format, make })

/** What phones and cameras of 2025 and 2026 write, with the boxes that they write, around small pictures. */
export const PHONES: readonly Recipe[] = [
  recipe('heif', 'heic of an iPhone with a gain map and shared metadata', iphone),
  recipe('heif', 'heic of an iPhone, a portrait', portrait),
  recipe('heif', 'heic of an Android phone with Ultra HDR', android),
  recipe('heif', 'heic, a spatial photo', spatial),
  recipe('heif', 'heic of a Live Photo', livePhoto),
  recipe('heif', 'heic, a motion photo of Samsung', motionHeic),
  recipe('avif', 'avif, a motion photo of Google', motionAvif),
  recipe('mp4', 'mov in cinematic mode', cinematic),
  recipe('mp4', 'mov of a Live Photo', liveFilm),
  recipe('mp4', 'mov, a spatial film', spatialFilm),
  recipe('mp4', 'mp4 of a GoPro for all directions', allAround),
  recipe('mp4', 'mp4 of an Insta360', insta360),
]
