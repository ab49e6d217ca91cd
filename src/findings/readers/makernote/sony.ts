import type { Statement } from '../../clue'
import type { TagValue } from '../../decode/directories'
import { type Field, serial, text } from './field'
import type { Vendor } from './vendor'

/** The block in which Sony keeps the number of the camera, behind a simple cipher: Tag9050a to Tag9050d in ExifTool's list. */
const ENCIPHERED = 0x9050
const SERIAL_NUMBER = 0x2031

/** Where the number stands and how many bytes it has differs by model; the first row that fits counts. */
const PLACES: readonly (readonly [model: RegExp, at: number, length: number])[] = [
  [/^(?:DSC-|Stellar|Lunar|NEX-(?:5N|7|VG20E)\b)/, 0, 0],
  [/^(?:ILCE-(?:6100A?|6300|6400A?|6500|6600|7C|7M3|7RM2|7RM3A?|7RM4A?|7SM2|9|9M2)|ILCA-99M2|ZV-E10)$/, 0x88, 6],
  [/^(?:ILCE-(?:7M4|7RM5|7SM3)|ILME-FX3)\b/, 0x88, 6],
  [/^ILCE-1$/, 0x8a, 6],
  [/^(?:ILCE-(?:6700|7CM2|7CR)|ILME-FX2|ZV-E1)$/, 0x38, 6],
  [/^(?:SLT-|HV|ILCA-)/, 0xf0, 5],
  [/^(?:NEX-|ILCE-(?:3|5|7S?$|7R$|7M2|6000|QX1))/, 0x7c, 4],
]

const SIGNATURES = ['SONY DSC', 'SONY CAM', 'SONY MOBILE', 'VHAB     \0', '\0\0SONY PIC\0']

const PREVIEWS = [{ bytes: 0x2001 }]

const KNOWN: readonly Vendor[] = PLACES.flatMap(([model, at, length]): Vendor[] => {
  const tags = new Map<number, Field>([
    [SERIAL_NUMBER, text((number) => serial(inOrder(number)))],
    [ENCIPHERED, (value) => enciphered(value, at, length)],
  ])
  return [
    { signatures: SIGNATURES, model, directory: 12, offsetsFrom: 'exif', tags, previews: PREVIEWS },
    { signatures: [''], make: /^SONY/i, model, directory: 0, offsetsFrom: 'exif', tags, previews: PREVIEWS },
  ]
})

/** Of models that are not listed the number that stands in the open, and the preview. */
const ANY = {
  directory: 0,
  offsetsFrom: 'exif',
  tags: new Map([[SERIAL_NUMBER, text((number) => serial(inOrder(number)))]]),
  previews: PREVIEWS,
} as const

export const SONY: readonly Vendor[] = [
  ...KNOWN,
  { ...ANY, signatures: SIGNATURES, directory: 12 },
  { ...ANY, signatures: [''], make: /^SONY/i },
]

/** Four pairs of digits, the last one first. */
function inOrder(number: string): string {
  return number.replace(/^(\d\d)(\d\d)(\d\d)(\d\d)/, '$4$3$2$1')
}

function enciphered(value: TagValue, at: number, length: number): Statement[] {
  if (!(value instanceof Uint8Array) || length === 0 || value.length < at + length) return []
  const bytes = Array.from(value.subarray(at, at + length), (byte) => PLAIN[byte] ?? 0)
  if (bytes.every((byte) => byte === 0 || byte === 0xff)) return []
  return [serial(bytes.map((byte) => byte.toString(16).padStart(2, '0')).join(''))]
}

/** The cipher puts the cube modulo 249 in the place of each byte from 2 to 247. */
const PLAIN = Uint8Array.from({ length: 256 }, (_, byte) => byte)
for (let byte = 2; byte <= 247; byte++) PLAIN[byte ** 3 % 249] = byte
