import { Malformed, Uncheckable } from '../core/malformed'
import { fresh, type Part, type PictureRole } from '../core/part'
import { seemsForeign } from './foreign-text'
import { containerPart, numbersPart } from './gain-map'
import { APP0, EOI } from './markers'
import { MPF_ORIGIN, type MpfImage, mpfLength, writeMpf } from './mpf'
import { type Picture, picturesIn, SEGMENT_HEAD, segment, total } from './picture'
import { behindJfif, insert, orientationPart, panoramaPart, REWRITTEN, retainedParts } from './retained-parts'

/** Roles of pictures that may stay behind the first one. */
const STAYING: ReadonlySet<PictureRole | undefined> = new Set<PictureRole>(['gain map', 'stereo picture'])

/** Names of parts that say there are further pictures. */
const ANNOUNCING = ['APP0 JFIF AMPF', 'APP2 ISO 21496-1 version']

/**
 * The parts of the cleaned file. In each picture stay what `stays` allows, JFIF without its thumbnail, and the way up;
 * a gain map stays with the numbers that it needs, and the picture then says where it begins.
 * @throws {Malformed} when there is no picture, or when it cannot be told where the picture ends.
 */
export async function rebuildJpeg(parts: readonly Part[], stays: (part: Part) => boolean): Promise<Part[]> {
  const [first, ...others] = picturesIn(parts)
  if (!first?.parts.some(({ name }) => name === 'entropy-coded data')) throw new Malformed('no picture')
  await refuseForeign(first)
  const further: Picture[] = []
  for (const picture of first.parts.some(({ name }) => name === 'EOI') ? others : []) {
    const cleaned = await furtherPicture(picture, first, stays)
    if (cleaned) further.push(cleaned)
  }
  const own = await retainedParts(
    first,
    (part) => stays(part) && (further.length > 0 || !ANNOUNCING.includes(part.name)),
  )
  const written = [...(await orientationPart(first)), ...(await panoramaPart(first))]
  if (further.length === 0) return [...insert(own, written), ...endPart(first, parts)]
  const container = await containerPart(first, further)
  return withMpf(insert(own, [...written, ...container]), further)
}

/** A picture without an end gets one when what ended it goes: some decoders refuse a picture that ends with the file. */
function endPart({ parts: own }: Picture, parts: readonly Part[]): Part[] {
  const isOpen = !own.some(({ name }) => name === 'EOI') && parts.some(({ name }) => name === 'after the end')
  return isOpen ? [fresh('EOI', Uint8Array.of(0xff, EOI))] : []
}

/** @throws {Malformed} when the end is missing and something other than a picture may stand in its place. */
async function refuseForeign({ parts }: Picture): Promise<void> {
  if (parts.some(({ name }) => name === 'EOI')) return
  const content = parts.findLast(({ name }) => name === 'entropy-coded data')?.content
  if (content?.kind === 'slice' && (await seemsForeign(content.source, content.start, content.end)))
    throw new Uncheckable('no end of image, and more than a picture')
}

/** A picture behind the first one, cleaned like it; null when it does not stay. */
async function furtherPicture(
  picture: Picture,
  first: Picture,
  stays: (part: Part) => boolean,
): Promise<Picture | null> {
  const { role, prefix, parts } = picture
  if (!STAYING.has(role) || !parts.some(({ name }) => name === `${prefix}EOI`)) return null
  const own = await retainedParts(picture, stays)
  if (!own.some(({ name }) => name === `${prefix}entropy-coded data`)) return null
  if (role !== 'gain map') return { ...picture, parts: insert(own, await orientationPart(picture)) }
  const numbers = await numbersPart(picture, first)
  const inIso = own.some(({ name }) => name === `${prefix}APP2 ISO 21496-1 numbers`)
  return numbers.length > 0 || inIso ? { ...picture, parts: insert(own, numbers) } : null
}

/** Attributes of an MPF entry; CIPA DC-007 §5.2.3.3.1. */
const PRIMARY = 0x00030000
const REPRESENTATIVE_STEREO = 0x20020002
const UNDEFINED = 0
const STEREO = 0x00020002

/** All pictures, the first one now with an MPF segment behind the blocks written afresh, that says where each begins. */
function withMpf(first: readonly Part[], further: readonly Picture[]): Part[] {
  const count = 1 + further.length
  const lastFresh = first.findLastIndex(({ name }) => REWRITTEN.includes(name))
  const at = lastFresh >= 0 ? lastFresh + 1 : behindJfif(first)
  const origin = total(first.slice(0, at)) + SEGMENT_HEAD + MPF_ORIGIN
  let end = total(first) + SEGMENT_HEAD + mpfLength(count)
  const isStereo = further.some(({ role }) => role === 'stereo picture')
  const images: MpfImage[] = [{ attribute: isStereo ? REPRESENTATIVE_STEREO : PRIMARY, size: end, offset: 0 }]
  for (const { role, parts } of further) {
    const attribute = role === 'stereo picture' ? STEREO : UNDEFINED
    images.push({ attribute, size: total(parts), offset: end - origin })
    end += total(parts)
  }
  const mpf = segment('APP2 MPF offsets', APP0 + 2, writeMpf(images))
  return [...first.slice(0, at), mpf, ...first.slice(at), ...further.flatMap(({ parts }) => parts)]
}
