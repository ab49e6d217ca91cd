import { fresh, type Part } from '../core/part'
import { Reader } from '../core/reader'
import { oneTagExif, orientationOf } from '../metadata/exif-block'
import { ADOBE_BYTES } from './canonical'
import { APP0 } from './markers'
import { type Panorama, panoramaOf, panoramaXmp } from './panorama-xmp'
import { type Picture, payloadOfPart, SEGMENT_HEAD, segment } from './picture'
import { neutralChunks, PROFILE, SCREEN_PROFILE } from './profile'

/** Names under which a cleaned picture carries what is written afresh each time. */
export const REWRITTEN = [
  'APP1 Exif orientation',
  'APP1 XMP panorama',
  'APP1 XMP HDR container',
  'APP1 XMP gain map numbers',
  'APP2 MPF offsets',
]

/** 'Exif\0\0' in front of the TIFF structure; Exif 3.0 §4.7.2.1. */
export const EXIF_HEAD = [0x45, 0x78, 0x69, 0x66, 0, 0]

/** A picture's parts that stay, with what is rewritten in place, without what is written afresh. */
export async function retainedParts({ prefix, parts }: Picture, stays: (part: Part) => boolean): Promise<Part[]> {
  const out: Part[] = []
  const profile = await neutralProfile(parts.filter(({ name }) => name === `${prefix}${SCREEN_PROFILE}`))
  for (const part of parts) {
    const name = part.name.slice(prefix.length)
    if (REWRITTEN.includes(name)) continue
    if (name === SCREEN_PROFILE) out.push(...profile.splice(0).map((bytes) => fresh(`${prefix}${PROFILE}`, bytes)))
    else if (stays(part)) out.push(part)
    else if (name === 'APP0 JFIF with more' || name === 'APP0 JFIF AMPF')
      out.push(...(await withoutThumbnail(part, prefix)))
    else if (name === 'APP14 Adobe with more') out.push(...(await shortAdobe(part, prefix)))
  }
  return out
}

/** As browsers do, the first Exif block decides. */
export async function orientationPart({ prefix, parts }: Picture): Promise<Part[]> {
  const exif = parts.find(({ name }) => name === `${prefix}APP1 Exif` || name === `${prefix}APP1 Exif orientation`)
  if (!exif) return []
  const orientation = orientationOf((await payloadOfPart(exif)).subarray(EXIF_HEAD.length))
  if (orientation === 1) return []
  const block = Uint8Array.from([...EXIF_HEAD, ...oneTagExif(orientation)])
  return [segment(`${prefix}APP1 Exif orientation`, APP0 + 1, block)]
}

/** That the picture is to be looked around in; from the XMP that has the most to say about it. */
export async function panoramaPart({ prefix, parts }: Picture): Promise<Part[]> {
  let best: Panorama = []
  for (const part of parts) {
    if (!part.name.startsWith(`${prefix}APP1 XMP`)) continue
    const panorama = panoramaOf(await payloadOfPart(part))
    if (panorama && panorama.length > best.length) best = panorama
  }
  return best.length > 0 ? [segment(`${prefix}APP1 XMP panorama`, APP0 + 1, panoramaXmp(best))] : []
}

/** Inserts behind SOI and JFIF, where Exif and MPF belong. */
export function insert(own: readonly Part[], added: readonly Part[]): Part[] {
  const at = behindJfif(own)
  return [...own.slice(0, at), ...added, ...own.slice(at)]
}

/** Returns the index at which a segment can be inserted: behind SOI and, where there is one, APP0 JFIF. */
export function behindJfif(own: readonly Part[]): number {
  return own[1]?.name.includes('APP0 JFIF') ? 2 : 1
}

/** JFIF 1.02: the fourteen bytes up to the thumbnail's size, which becomes 0 × 0. */
async function withoutThumbnail(part: Part, prefix: string): Promise<Part[]> {
  const old = await payloadOfPart(part)
  if (old.length < 12) return []
  return [segment(`${prefix}APP0 JFIF`, APP0, Uint8Array.from([...old.subarray(0, 12), 0, 0]))]
}

async function shortAdobe(part: Part, prefix: string): Promise<Part[]> {
  const old = await payloadOfPart(part)
  if (old.length < ADOBE_BYTES) return []
  return [segment(`${prefix}APP14 Adobe`, APP0 + 14, Uint8Array.from(old.subarray(0, ADOBE_BYTES)))]
}

/** The chunks of the profile, which a part may hold several of, without what identifies a screen. */
async function neutralProfile(parts: readonly Part[]): Promise<Uint8Array<ArrayBuffer>[]> {
  const [first] = parts
  if (first?.content.kind !== 'slice') return []
  const { source } = first.content
  const chunks: { start: number; end: number }[] = []
  for (const { content } of parts) {
    if (content.kind !== 'slice') continue
    for (let at = content.start; at < content.end; ) {
      const end = at + 2 + new Reader(await source.read(at + 2, at + SEGMENT_HEAD)).u16()
      chunks.push({ start: at, end })
      at = end
    }
  }
  return (await neutralChunks(source, chunks)) ?? []
}
