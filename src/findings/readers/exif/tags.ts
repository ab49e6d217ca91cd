import { asDevice, asPerson, asWords, type TagMapping } from '../../tag-mapping'

/** What a text under a tag number says; `bytes` fields hold UTF-16LE (Windows XP*). Exif 3.0 §4.6, TIFF 6.0 §8, DNG 1.7. */
export const TEXT_TAGS: ReadonlyMap<number, TagMapping> = new Map<number, TagMapping>([
  [0x000b, asDevice('software')], // ProcessingSoftware
  [0x010d, asWords('caption')], // DocumentName
  [0x010e, asWords('caption')], // ImageDescription
  [0x010f, asDevice('make')],
  [0x0110, asDevice('model')],
  [0x011d, asWords('caption')], // PageName
  [0x0131, asDevice('software')],
  [0x013b, asPerson('author')], // Artist
  [0x013c, asDevice('model')], // HostComputer: the phone or the computer it was edited on
  [0x0151, asWords('comment')], // TargetPrinter
  [0x8298, asWords('rights')],
  [0x9212, asWords('comment')], // SecurityClassification
  [0x9213, asWords('comment')], // ImageHistory
  [0x9c9b, asWords('caption')], // XPTitle
  [0x9c9c, asWords('comment')], // XPComment
  [0x9c9d, asPerson('author')], // XPAuthor
  [0x9c9e, asWords('keywords')], // XPKeywords
  [0x9c9f, asWords('caption')], // XPSubject
  [0xa430, asPerson('owner')], // CameraOwnerName
  [0xa431, asDevice('serial')], // BodySerialNumber
  [0xa435, asDevice('serial')], // LensSerialNumber
  [0xa436, asWords('caption')], // ImageTitle
  [0xa437, asPerson('author')], // Photographer
  [0xa438, asPerson('author')], // ImageEditor
  [0xa43a, asDevice('software')], // RAWDevelopingSoftware
  [0xa43b, asDevice('software')], // ImageEditingSoftware
  [0xa43c, asDevice('software')], // MetadataEditingSoftware
  [0xa480, asWords('comment')], // GDALMetadata
  [0xc614, asDevice('model')], // UniqueCameraModel
  [0xc615, asDevice('model')], // LocalizedCameraModel
  [0xc62f, asDevice('serial')], // CameraSerialNumber
  [0xc68b, asWords('comment')], // OriginalRawFileName
  [0xc6d2, asWords('caption')], // Panasonic's title
  [0xc6d3, asWords('caption')], // and another
  [0xc716, asDevice('software')], // PreviewApplicationName
  [0xc789, asWords('comment')], // ReelName
  [0xc7a1, asWords('comment')], // CameraLabel
  [0xfde8, asPerson('owner')], // OwnerName, Camera Raw
  [0xfde9, asDevice('serial')], // SerialNumber, Camera Raw
  [0xfe4c, asWords('comment')], // RawFile, Camera Raw
  [0xfe4d, asDevice('software')], // Converter, Camera Raw
])

/** Camera Raw repeats the name in the value: "Owner's Name: A. Lee". */
export const OWN_NAME = /^(?:Owner's Name|Serial Number|Converter|Raw File): */

export const UTF16_TAGS: ReadonlySet<number> = new Set([0x9c9b, 0x9c9c, 0x9c9d, 0x9c9e, 0x9c9f])

export const USER_COMMENT = 0x9286

/** Date tag, the tag of its offset from UTC, and what happened then. */
export const TIME_TAGS = [
  { tag: 0x9003, offset: 0x9011, event: 'taken' },
  { tag: 0x9004, offset: 0x9012, event: 'taken' },
  { tag: 0x0132, offset: 0x9010, event: 'changed' },
  { tag: 0xc71b, offset: 0, event: 'changed' }, // PreviewDateTime
] as const

/** Texts about the picture's form and the lens, or fractions of a second; other tags that nobody lists are private to a program. */
export const TECHNICAL_TEXTS: ReadonlySet<number> = new Set([
  ...[0x000a, 0x8824, 0x87b1, 0x9000, 0x9010, 0x9011, 0x9012, 0x9290, 0x9291, 0x9292, 0xa000, 0xa004, 0xa420],
  ...[0xa433, 0xa434, 0xa439, 0xa481, 0xc6f3, 0xc6f4, 0xc6f6, 0xc6f8, 0xc6fe, 0xc717, 0xc718, 0xc7a3, 0xcd38],
  ...[0x9999, 0x9a00, 0xfdea, 0xfe4e, 0xfe51, 0xfe52, 0xfe53, 0xfe54, 0xfe55, 0xfe56, 0xfe57, 0xfe58],
])
