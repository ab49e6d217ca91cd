import type { Block, BlockType } from '../core/part'
import { latin1, startsWith } from '../core/reader'
import { APP0, COM, markerName } from './markers'

/** What an application segment is, by the identifier at the start of its payload. */
interface Kind {
  readonly code: number
  readonly identifier: string
  readonly name: string
  readonly type: BlockType
  /** Bytes from the start of the payload to what a reader of tags can use. */
  readonly skip: number
}

const app = (
  n: number,
  identifier: string,
  name: string,
  type: BlockType = 'unknown',
  skip = identifier.length,
): Kind => ({
  code: APP0 + n,
  identifier,
  name: `APP${n} ${name}`,
  type,
  skip,
})

/**
 * Where two identifiers begin alike, the longer one stands first. None of these names is on the keep-table: segments that
 * may stay get another one from `canonicalName`.
 */
const KINDS: readonly Kind[] = [
  app(0, 'JFIF\0', 'JFIF with more'),
  app(0, 'JFXX\0\x10', 'JFXX', 'picture'),
  app(0, 'JFXX\0', 'JFXX'),
  app(1, 'Exif\0', 'Exif', 'exif', 6),
  app(1, 'http://ns.adobe.com/xap/1.0/\0', 'XMP', 'xmp'),
  app(1, 'http://ns.adobe.com/xmp/extension/\0', 'ExtendedXMP', 'xmp-extended', 75),
  app(1, '<?xpacket', 'XMP', 'xmp', 0),
  app(1, '<x:xmpmeta', 'XMP', 'xmp', 0),
  app(1, 'FLIR\0', 'FLIR'),
  app(2, 'ICC_PROFILE\0', 'ICC_PROFILE cut'),
  app(2, 'MPF\0', 'MPF'),
  app(2, 'urn:iso:std:iso:ts:21496:-1\0', 'ISO 21496-1'),
  app(2, 'FPXR\0', 'FPXR'),
  app(3, '_JPSJPS_', 'JPS'),
  app(6, 'GoPro\0', 'GoPro', 'gpmf'),
  app(9, 'Media Jukebox\0', 'Media Jukebox', 'text'),
  app(11, 'JP', 'JUMBF', 'c2pa', 0),
  app(12, 'Ducky', 'Ducky'),
  app(13, 'Photoshop 3.0\0', 'Photoshop', 'photoshop'),
  app(13, 'Adobe_Photoshop2.5:', 'Photoshop', 'photoshop'),
  app(14, 'Adobe', 'Adobe with more'),
]

/** Identifiers are at most this long. */
export const IDENTIFIER_BYTES = 80

/** GUID of an ExtendedXMP packet, 32 hexadecimal digits; XMP part 3 §1.1.3.1. */
const GUID = { start: 35, end: 67 }

/**
 * Name and block of an APPn or COM segment whose payload is bytes `start` to `end` of the file.
 * @param head the first bytes of the payload, IDENTIFIER_BYTES or all
 */
export function application(
  code: number,
  head: Uint8Array,
  start: number,
  end: number,
): { name: string; block: Block } {
  if (code === COM) return { name: 'COM', block: { type: 'text', start, end } }
  const kind = KINDS.find((known) => known.code === code && startsWith(head, known.identifier))
  if (kind) {
    const block: Block = { type: kind.type, start: Math.min(start + kind.skip, end), end, label: kind.name }
    if (kind.type !== 'xmp-extended') return { name: kind.name, block }
    return { name: kind.name, block: { ...block, group: latin1(head.subarray(GUID.start, GUID.end)) } }
  }
  if (code === APP0 + 12)
    return { name: 'APP12 Picture Info', block: { type: 'text', start, end, label: 'Picture Info' } }
  const name = `${markerName(code)} ${readable(head)}`.trim()
  return { name, block: { type: 'unknown', start, end, label: name } }
}

/** The letters at the start of an unknown payload, which often name its maker. */
function readable(head: Uint8Array): string {
  return /^[A-Za-z0-9_. -]{2,24}/.exec(latin1(head.subarray(0, 24)))?.[0].trim() ?? ''
}
