import { concat, latin1Bytes } from '../../../src/formats/core/bytes'
import { oneTagExif } from '../../../src/formats/metadata/exif-block'
import type { Recipe } from '../generated'
import {
  exifSegment,
  film,
  jpegSegment,
  markers,
  multiPicture,
  samsungTrailer,
  withSegments,
  xmpSegment,
} from '../jpeg-bytes'
import { PERSONAL, tagged } from '../tagged'
import { bytesOf, still } from './frames'

const baseline = () => bytesOf(still().jpeg({ quality: 90 }))
const progressive = () => bytesOf(still().jpeg({ quality: 90, progressive: true }))
const personal = async () => tagged(await baseline(), 'jpg')

/** A comment, an Exif block and a JFIF thumbnail in front of every scan but the first. */
async function betweenScans(): Promise<Uint8Array<ArrayBuffer>> {
  const jpeg = await progressive()
  const tiff = (await personal()).subarray(12, 400)
  const pieces: Uint8Array[] = []
  let from = 0
  for (const at of markers(jpeg, 0xda).slice(1)) {
    pieces.push(jpeg.subarray(from, at), jpegSegment(0xfe, 'Lina at the lake'), exifSegment(tiff))
    pieces.push(jpegSegment(0xe0, concat(latin1Bytes('JFIF\0\x01\x02\0\0\x01\0\x01\x01\x01'), Uint8Array.of(1, 2, 3))))
    from = at
  }
  return concat(...pieces, jpeg.subarray(from))
}

/** Fill bytes and text that belongs to no segment in front of every segment of the head, as some scanners write them. */
async function withGarbage(): Promise<Uint8Array<ArrayBuffer>> {
  const jpeg = await personal()
  const tables = markers(jpeg, 0xdb)
  const at = tables[0] ?? 2
  const garbage = concat(latin1Bytes('Odile Marchetti\0'), Uint8Array.of(0xff, 0xff, 0xff, 0xff))
  return concat(jpeg.subarray(0, at), garbage, jpeg.subarray(at))
}

async function withThumbnails(): Promise<Uint8Array<ArrayBuffer>> {
  const thumbnail = new Uint8Array(8 * 8 * 3).fill(77)
  const jfif = concat(latin1Bytes('JFIF\0\x01\x02\x01\0\x48\0\x48\x08\x08'), thumbnail)
  const jfxx = concat(latin1Bytes('JFXX\0\x10'), await personal())
  return withSegments(await baseline(), jpegSegment(0xe0, jfif), jpegSegment(0xe0, jfxx))
}

/** CMYK, whose Adobe segment is longer than it should be. */
async function cmyk(): Promise<Uint8Array<ArrayBuffer>> {
  const jpeg = await bytesOf(still().toColourspace('cmyk').jpeg({ quality: 95 }))
  const at = markers(jpeg, 0xee)[0]
  if (at === undefined) throw new Error('sharp wrote no Adobe segment')
  const adobe = jpegSegment(0xee, concat(jpeg.subarray(at + 4, at + 16), latin1Bytes('Odile Marchetti')))
  return concat(jpeg.subarray(0, at), adobe, jpeg.subarray(at + 16))
}

const XMP = (inside: string, attributes = '') =>
  `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" ${attributes}>${inside}</rdf:Description></rdf:RDF></x:xmpmeta>`
const CAMERA = 'xmlns:GCamera="http://ns.google.com/photos/1.0/camera/"'
const CONTAINER =
  'xmlns:C="http://ns.google.com/photos/1.0/container/" xmlns:I="http://ns.google.com/photos/1.0/container/item/"'
const HDRGM = 'xmlns:hdrgm="http://ns.adobe.com/hdr-gain-map/1.0/"'

/** Google's motion photo, version 1 (MicroVideoOffset) and 2 (a container directory). */
async function motionPhoto(version: 1 | 2): Promise<Uint8Array<ArrayBuffer>> {
  const video = film()
  const items = [
    '<rdf:li rdf:parseType="Resource"><C:Item I:Mime="image/jpeg" I:Semantic="Primary"/></rdf:li>',
    `<rdf:li rdf:parseType="Resource"><C:Item I:Mime="video/mp4" I:Semantic="MotionPhoto" I:Length="${video.length}"/></rdf:li>`,
  ]
  const xmp =
    version === 1
      ? XMP('', `${CAMERA} GCamera:MicroVideo="1" GCamera:MicroVideoOffset="${video.length}"`)
      : XMP(
          `<C:Directory><rdf:Seq>${items.join('')}</rdf:Seq></C:Directory>`,
          `${CAMERA} ${CONTAINER} GCamera:MotionPhoto="1"`,
        )
  return concat(withSegments(await personal(), xmpSegment(xmp)), video)
}

/** An Ultra HDR photo with a film behind the gain map; the gain map has an Exif block of its own. */
async function ultraHdrWithFilm(): Promise<Uint8Array<ArrayBuffer>> {
  const numbers = XMP(
    '<hdrgm:GainMapMax><rdf:Seq><rdf:li>2.5</rdf:li><rdf:li>2.25</rdf:li><rdf:li>2.75</rdf:li></rdf:Seq></hdrgm:GainMapMax><dc:creator xmlns:dc="http://purl.org/dc/elements/1.1/"><rdf:Seq><rdf:li>Odile Marchetti</rdf:li></rdf:Seq></dc:creator>',
    `${HDRGM} hdrgm:Version="1.0" hdrgm:HDRCapacityMax="2.5" hdrgm:GainMapMin="Villeurbanne"`,
  )
  const gainMap = withSegments(await personal(), xmpSegment(numbers))
  const directory = XMP(
    `<C:Directory><rdf:Seq><rdf:li rdf:parseType="Resource"><C:Item I:Mime="image/jpeg" I:Semantic="Primary"/></rdf:li><rdf:li rdf:parseType="Resource"><C:Item I:Mime="image/jpeg" I:Semantic="GainMap" I:Length="${gainMap.length}"/></rdf:li></rdf:Seq></C:Directory>`,
    `${CONTAINER} ${HDRGM} hdrgm:Version="1.0"`,
  )
  const picture = withSegments(await personal(), xmpSegment(directory))
  return concat(multiPicture([picture, gainMap], [0x30000, 0]), film())
}

export const JPEG: readonly Recipe[] = [
  { name: 'jpeg, progressive, with blocks between its scans', format: 'jpeg', make: betweenScans },
  { name: 'jpeg with fill bytes and text between segments', format: 'jpeg', make: withGarbage },
  { name: 'jpeg with thumbnails in JFIF and JFXX', format: 'jpeg', make: withThumbnails },
  { name: 'jpeg in CMYK with a long Adobe segment', format: 'jpeg', make: cmyk },
  { name: 'jpeg in grey', format: 'jpeg', make: async () => tagged(await bytesOf(still().greyscale().jpeg()), 'jpg') },
  {
    name: 'jpeg turned in little-endian order, with everything and a colour profile',
    format: 'jpeg',
    make: async () =>
      tagged(await bytesOf(still().withIccProfile('p3').jpeg()), 'jpg', [
        '-n',
        '-api',
        'ByteOrder=II',
        ...PERSONAL,
        '-EXIF:Orientation=8',
      ]),
  },
  {
    name: 'jpeg without an end, with everything',
    format: 'jpeg',
    make: async () => Uint8Array.from((await personal()).subarray(0, -2)),
  },
  { name: 'jpeg, motion photo of version 1', format: 'jpeg', make: () => motionPhoto(1) },
  { name: 'jpeg, motion photo of version 2', format: 'jpeg', make: () => motionPhoto(2) },
  {
    name: 'jpeg with a film behind it and nothing that says so',
    format: 'jpeg',
    make: async () => concat(await baseline(), new Uint8Array(64), film()),
  },
  {
    name: 'jpeg with Samsung’s trailer around a film',
    format: 'jpeg',
    make: async () =>
      concat(
        await personal(),
        samsungTrailer([
          [0x0a01, 'Image_UTC_Data', latin1Bytes('1749909730123')],
          [0x0a30, 'MotionPhoto_Data', film()],
        ]),
      ),
  },
  {
    name: 'jpeg, stereo pair, both halves turned and with everything',
    format: 'jpeg',
    make: async () => {
      const half = withSegments(await personal(), exifSegment(oneTagExif(3)))
      return multiPicture([half, half], [0x20020002, 0x00020002])
    },
  },
  {
    name: 'jpeg with two previews behind it',
    format: 'jpeg',
    make: async () => {
      const one = await personal()
      return multiPicture([one, one, one], [0x30000, 0x10001, 0x10002])
    },
  },
  {
    name: 'jpeg, all-round picture with everything',
    format: 'jpeg',
    make: async () => {
      const panorama =
        'xmlns:GPano="http://ns.google.com/photos/1.0/panorama/" GPano:ProjectionType="equirectangular" GPano:FullPanoWidthPixels="64" GPano:FullPanoHeightPixels="32" GPano:PoseHeadingDegrees="271.5" GPano:StitchingSoftware="Villeurbanne"'
      return withSegments(await personal(), xmpSegment(XMP('', panorama)))
    },
  },
  { name: 'jpeg, Ultra HDR and motion photo at once', format: 'jpeg', make: ultraHdrWithFilm },
]
