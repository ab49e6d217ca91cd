import { latin1, startsWith } from '../core/reader'

/** Brands of AV1 Image File Format §8 and of ISO/IEC 23008-12 §10 and Annexes B, E, L. */
const AVIF = new Set(['avif', 'avis', 'avio'])
const HEIF = new Set([
  'heic',
  'heix',
  'heim',
  'heis',
  'hevc',
  'hevx',
  'hevm',
  'hevs',
  'mif1',
  'mif2',
  'msf1',
  'miaf',
  'avci',
  'avcs',
  'vvic',
  'vvis',
  'evbi',
  'evbs',
])

/** Files of other kinds that begin with 'ftyp': Canon's RAW, JPEG 2000, JPEG XL. */
const OTHERS = new Set(['crx ', 'jp2 ', 'jpx ', 'jpm ', 'mjp2', 'jxl '])

/** The first boxes of QuickTime films from before there was 'ftyp'. */
const OLD_FILM = ['moov', 'mdat', 'wide', 'free', 'skip', 'pnot']

/** Which of our formats the first bytes of an ISO base media file announce, by its brands: ISO/IEC 14496-12 §4.3. */
export function kindOfBoxes(head: Uint8Array): 'heif' | 'avif' | 'mp4' | null {
  if (!startsWith(head, 'ftyp', 4)) return OLD_FILM.some((type) => startsWith(head, type, 4)) ? 'mp4' : null
  const length = new DataView(head.buffer, head.byteOffset, head.byteLength).getUint32(0)
  const text = latin1(head.subarray(8, Math.min(head.length, Math.max(length, 16))))
  const major = text.slice(0, 4)
  if (OTHERS.has(major)) return null
  const brands = [major]
  for (let at = 8; at + 4 <= text.length; at += 4) brands.push(text.slice(at, at + 4))
  if (AVIF.has(major)) return 'avif'
  if (!HEIF.has(major)) return 'mp4'
  return brands.some((brand) => AVIF.has(brand)) ? 'avif' : 'heif'
}
