import { concat, latin1Bytes } from '../core/bytes'
import { Malformed } from '../core/malformed'
import type { Block } from '../core/part'
import { equalBytes, latin1, startsWith } from '../core/reader'
import { inflate } from '../core/zlib'
import { orientationOnly } from '../metadata/orientation-only'

/** What an Exif block may become when it is unpacked; the largest that cameras write has 64 KiB. */
const MAX_EXIF_BYTES = 8 * 1024 * 1024

/** More than keyword, head and 32 bytes of Exif in hexadecimal digits need. */
const MAX_ORIENTATION_BYTES = 256

/**
 * Reads ImageMagick's hexadecimal profile: a line feed, its name, its length in decimal, then two hexadecimal digits a byte.
 * @throws {Malformed} when the first lines are not that.
 */
export function rawProfile(text: Uint8Array): Uint8Array<ArrayBuffer> {
  const head = /^\s*[^\n]*\n\s*(\d+)\s*\n/.exec(latin1(text.subarray(0, 200)))
  if (!head) throw new Malformed('no head of a raw profile')
  const digits = text.subarray(head[0].length).filter((byte) => byte > SPACE || !WHITE.has(byte))
  const out = new Uint8Array(Math.min(Number(head[1]), digits.length >> 1))
  for (let i = 0; i < out.length; i++) out[i] = 16 * nibble(digits[2 * i]) + nibble(digits[2 * i + 1])
  return out
}

const SPACE = 0x20
const WHITE = new Set([0x09, 0x0a, 0x0d, SPACE])

/** Of a hexadecimal digit. Readers take anything else for a digit too, and go on behind it. */
function nibble(digit = 0): number {
  const value = Number.parseInt(String.fromCharCode(digit), 16)
  return Number.isNaN(value) ? digit & 0x0f : value
}

/**
 * Returns the data of a tEXt chunk that says the same about which way up the picture is, and nothing else; null when it is not turned
 * or the profile holds no Exif. Under the same keyword, because readers that know this profile are not those that know eXIf.
 * @param text behind the keyword, packed as the block says.
 */
export async function orientationProfile(
  text: Uint8Array<ArrayBuffer>,
  { type, label = '', packing }: Block,
): Promise<Uint8Array<ArrayBuffer> | null> {
  if (type !== 'exif' || !packing?.startsWith('raw-profile')) return null
  try {
    const bytes = packing === 'raw-profile-deflate' ? await inflate(text, MAX_EXIF_BYTES) : text
    const exif = orientationOnly(rawProfile(bytes))
    return exif && profileOf(label, exif)
  } catch (error) {
    if (error instanceof Malformed) return null
    throw error
  }
}

/** Whether the data of a tEXt chunk is exactly what {@link orientationProfile} writes. */
export async function isOrientationProfile(data: Uint8Array<ArrayBuffer>, block: Block): Promise<boolean> {
  if (data.length > MAX_ORIENTATION_BYTES || !startsWith(data, `${block.label}\0`)) return false
  const text = data.slice((block.label ?? '').length + 1)
  const written = await orientationProfile(text, block)
  return written !== null && equalBytes(data, written)
}

function profileOf(keyword: string, exif: Uint8Array): Uint8Array<ArrayBuffer> {
  const digits = Array.from(exif, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return concat(latin1Bytes(`${keyword}\0\nexif\n${String(exif.length).padStart(8)}\n${digits}\n`))
}
