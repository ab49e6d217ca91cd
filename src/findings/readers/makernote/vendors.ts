import type { Statement } from '../../clue'
import type { TagValue } from '../../decode/directories'
import { decode } from '../../decode/display-text'
import { caption, decimal, type Field, hex, owner, placeName, serial, shown, text } from './field'
import { SONY } from './sony'
import type { Vendor } from './vendor'

const CANON = new Map<number, Field>([
  [0x0009, text(owner)],
  [0x000c, decimal(serial)],
  [0x0096, text((number) => serial(number.replace(/ÿ+$/, '')))], // Unused bytes are FF
  [0x4019, hex(serial, 5)],
])

const NIKON = new Map<number, Field>([
  [0x001d, text(serial)],
  [0x00a0, text((number) => serial(number.replace(/^No= */i, '')))],
])

const OLYMPUS = new Map<number, Field>([
  [0x0404, text(serial)],
  [0x101a, text(serial)],
])

const OLYMPUS_EQUIPMENT = new Map<number, Field>([
  [0x0101, text(serial)],
  [0x0102, text(serial)],
  [0x0202, text(serial)],
  [0x0302, text(serial)],
  [0x1003, text(serial)],
])

const PANASONIC = new Map<number, Field>([
  [0x0025, text(serial)],
  [0x0052, text(serial)],
  [0x0061, recognisedFaces],
  [0x0065, text(caption)],
  [0x0066, text(shown)], // The baby's or the pet's name
  [0x0067, text(placeName(0))],
  [0x0069, text(placeName(4))],
  [0x006b, text(placeName(3))],
  [0x006d, text(placeName(2))],
  [0x006f, text(placeName(0))],
  [0x0080, text(placeName(2))],
])

const PENTAX = new Map<number, Field>([
  [0x0215, decimal(serial, 4)],
  [0x0229, text(serial)],
])

const SAMSUNG = new Map<number, Field>([
  [0x0123, text(shown)],
  [0xa002, text(serial)],
  [0xa005, text(serial)],
])

const NIKON_PREVIEWS = [{ inside: 0x0011, start: 0x0201, length: 0x0202 }]
/** Cameras before 2004 have it in the note, later ones in its directory of settings. */
const OLYMPUS_PREVIEWS = [
  { start: 0x0088, length: 0x0089 },
  { start: 0x1036, length: 0x1037 },
  { bytes: 0x0081 },
  { inside: 0x2020, start: 0x0101, length: 0x0102 },
]
const START_BEHIND_LENGTH = [{ start: 0x0004, length: 0x0003 }]
const SAMSUNG_PREVIEWS = [{ inside: 0x0035, start: 0x0201, length: 0x0202 }]

/** Tag numbers as ExifTool's documentation of tag names publishes them. The first row that fits counts. */
export const VENDORS: readonly Vendor[] = [
  { signatures: ['Nikon\0\x02'], directory: 'header', offsetsFrom: 10, tags: NIKON, previews: NIKON_PREVIEWS },
  { signatures: ['Nikon\0\x01'], directory: 8, offsetsFrom: 'exif', tags: NIKON, previews: NIKON_PREVIEWS },
  { signatures: [''], make: /^NIKON/i, directory: 0, offsetsFrom: 'exif', tags: NIKON, previews: NIKON_PREVIEWS },
  { signatures: [''], make: /^Canon/, directory: 0, offsetsFrom: 'exif', tags: CANON },
  {
    signatures: ['OLYMPUS\0'],
    directory: 12,
    offsetsFrom: 0,
    tags: OLYMPUS,
    previews: OLYMPUS_PREVIEWS,
    inner: new Map([[0x2010, OLYMPUS_EQUIPMENT]]),
  },
  {
    signatures: ['OM SYSTEM\0'],
    directory: 16,
    offsetsFrom: 0,
    tags: OLYMPUS,
    previews: OLYMPUS_PREVIEWS,
    inner: new Map([[0x2010, OLYMPUS_EQUIPMENT]]),
  },
  {
    signatures: ['OLYMP\0', 'EPSON\0'],
    directory: 8,
    offsetsFrom: 'exif',
    tags: OLYMPUS,
    previews: OLYMPUS_PREVIEWS,
    inner: new Map([[0x2010, OLYMPUS_EQUIPMENT]]),
  },
  { signatures: ['Panasonic'], directory: 12, offsetsFrom: 'exif', tags: PANASONIC },
  { signatures: ['AOC\0'], directory: 6, offsetsFrom: 'exif', tags: PENTAX, previews: START_BEHIND_LENGTH },
  { signatures: ['PENTAX \0'], directory: 10, offsetsFrom: 0, tags: PENTAX, previews: START_BEHIND_LENGTH },
  { signatures: ['RICOH\0II', 'RICOH\0MM'], directory: 8, offsetsFrom: 0, tags: PENTAX, previews: START_BEHIND_LENGTH },
  {
    signatures: ['FUJIFILM', 'GENERALE'],
    directory: 'pointer',
    offsetsFrom: 0,
    littleEndian: true,
    tags: new Map([[0x0010, text(serial)]]),
  },
  {
    signatures: ['Ricoh', 'RICOH', '      '],
    directory: 8,
    offsetsFrom: 'exif',
    tags: new Map([[0x0005, hex(serial)]]),
  },
  { signatures: ['SIGMA\0', 'FOVEON\0'], directory: 10, offsetsFrom: 'exif', tags: new Map([[0x0002, text(serial)]]) },
  { signatures: ['MOT\0'], directory: 8, offsetsFrom: 0, tags: new Map([[0x5501, text(serial)]]) },
  {
    signatures: ['QVC\0', 'DCI\0'],
    directory: 6,
    offsetsFrom: 'exif',
    tags: new Map(),
    previews: [...START_BEHIND_LENGTH, { bytes: 0x2000 }],
  },
  {
    signatures: [''],
    make: /^(?:KONICA )?MINOLTA/i,
    directory: 0,
    offsetsFrom: 'exif',
    tags: new Map(),
    previews: [{ start: 0x0088, length: 0x0089 }, { bytes: 0x0081 }],
  },
  ...SONY,
  { signatures: [''], make: /^SAMSUNG/i, directory: 0, offsetsFrom: 0, tags: SAMSUNG, previews: SAMSUNG_PREVIEWS },
]

/** Up to three people whom the camera was taught to know: a count, then name, frame and age in 48 bytes each, from byte 4. */
function recognisedFaces(value: TagValue): Statement[] {
  if (!(value instanceof Uint8Array)) return []
  const count = Math.min(3, Math.max(value[0] ?? 0, value[1] ?? 0))
  return Array.from({ length: count }, (_, index) => decode(value.subarray(4 + 48 * index, 24 + 48 * index)))
    .filter((name) => name.trim() !== '')
    .map((name) => ({ type: 'person', text: name, role: 'face' }))
}
