import { mayStay } from '../../../clean/clean'
import { concat } from '../../../formats/core/bytes'
import { fresh, type Part } from '../../../formats/core/part'
import type { Source } from '../../../formats/core/source'
import { jpeg } from '../../../formats/jpeg/jpeg'
import { type Picture, payloadOfPart, picturesIn } from '../../../formats/jpeg/picture'
import { EXIF_HEAD } from '../../../formats/jpeg/retained-parts'
import { type Orientation, orientationOf } from '../../../formats/metadata/exif-block'
import { type Change, type HideOrder, NotThisWay } from '../order'
import { shownSize } from '../orientation'
import { painterFor } from '../painter'
import { scaleRegion } from '../scale-region'
import { colourModelOf } from './cover-blocks'
import { coverFrame, difference, mcuMask } from './cover-frame'
import { NotEditable } from './frame'
import { readCoefficients } from './read-frame'
import { type Segments, writeFrame } from './write-frame'

export interface HiddenParts {
  readonly parts: readonly Part[]
  readonly changes: readonly Change[]
}

/** What follows from how the picture was coded, and is written anew. */
const RECODED = /^(?:SOF\d+|DHT|DAC|DRI|SOS|entropy-coded data|DNL|EOI)$/

/**
 * Covers the regions in a cleaned JPEG, in the picture and in its gain map. Blocks outside of the hidden MCUs keep their
 * coefficients. The result was read again: hidden blocks hold the cover, and all others what they held.
 * @param source a file that cleaning made. @param random see `painterFor`.
 * @throws {NotThisWay} when the picture is coded in a way that is not taken apart here.
 */
export async function hideInJpeg(source: Source, order: HideOrder, random?: () => number): Promise<HiddenParts> {
  const pictures = picturesIn(await jpeg.split(source))
  const [first] = pictures
  if (!first) throw new NotThisWay('no picture')
  const changes = new Set<Change>()
  const orientation = await storedOrientation(first)
  const parts: Part[] = []
  for (const picture of pictures) {
    if (picture === first) parts.push(...(await covered(picture, order, orientation, random)))
    else if (picture.prefix === 'gain map/') parts.push(...(await covered(picture, order, orientation)))
    else changes.add('second-picture')
  }
  const staying = new Set<Part>()
  for (const part of parts) if (await mayStay(part, jpeg)) staying.add(part)
  return { parts: await jpeg.rebuild(parts, (part) => staying.has(part)), changes: [...changes] }
}

async function storedOrientation({ prefix, parts }: Picture): Promise<Orientation> {
  const exif = parts.find(({ name }) => name === `${prefix}APP1 Exif orientation`)
  return exif ? orientationOf((await payloadOfPart(exif)).subarray(EXIF_HEAD.length)) : 1
}

/** Zero is the least that a gain map can add: what is hidden is not brightened. */
const NO_GAIN = { kind: 'fill', colour: '#000000' } as const

/** The first picture has the size of the order; a gain map has its own, to which the regions are scaled. */
async function covered(
  picture: Picture,
  order: HideOrder,
  orientation: Orientation,
  random?: () => number,
): Promise<Part[]> {
  const { prefix, parts } = picture
  const isFirst = picture.role === undefined
  const bytes = await bytesOf(parts)
  try {
    const read = readCoefficients(bytes)
    const { frame, quantization } = read
    const shown = shownSize(frame, orientation)
    if (isFirst && (shown.width !== order.width || shown.height !== order.height)) throw new NotEditable('another size')
    const scale = { across: shown.width / order.width, down: shown.height / order.height }
    const regions = isFirst ? order.regions : order.regions.map((region) => scaleRegion(region, scale))
    const adobe = await adobeTransform(picture)
    const model = colourModelOf(
      frame.components.map(({ id }) => id),
      adobe,
    )
    const mask = mcuMask(frame, orientation, regions)
    const painter = painterFor(isFirst ? order.style : NO_GAIN, regions, random)
    coverFrame(read, mask, painter, { orientation, model })
    const extended = [...quantization.values()].some((table) => table.some((factor) => factor > 255))
    const written = writeFrame(frame, extended)
    const out = withFrame(prefix, parts, written.segments, written.data)
    const wrong = difference(readCoefficients(await bytesOf(out)), read)
    if (wrong !== null) throw new Error(`not written as it was: ${wrong}`)
    return out
  } catch (error) {
    if (error instanceof NotEditable) throw new NotThisWay(error.message)
    throw error
  }
}

function withFrame(
  prefix: string,
  parts: readonly Part[],
  { sof, dht, sos }: Segments,
  data: Uint8Array<ArrayBuffer>,
): Part[] {
  const kept = parts.filter(({ name }) => !RECODED.test(name.slice(prefix.length)))
  return [
    ...kept,
    fresh(`${prefix}SOF${(sof[1] ?? 0) & 15}`, sof),
    fresh(`${prefix}DHT`, dht),
    fresh(`${prefix}SOS`, sos),
    fresh(`${prefix}entropy-coded data`, data),
    fresh(`${prefix}EOI`, Uint8Array.of(0xff, 0xd9)),
  ]
}

async function bytesOf(parts: readonly Part[]): Promise<Uint8Array> {
  const all: Uint8Array[] = []
  for (const { content } of parts) {
    if (content.kind === 'slice') all.push(await content.source.read(content.start, content.end))
    else if (content.kind === 'bytes') all.push(content.bytes)
    else all.push(new Uint8Array(content.length))
  }
  return concat(...all)
}

/** The last byte of an APP14 segment: 0 nothing, 1 YCbCr, 2 YCCK. */
async function adobeTransform({ prefix, parts }: Picture): Promise<number | null> {
  const adobe = parts.find(({ name }) => name === `${prefix}APP14 Adobe`)
  if (!adobe) return null
  return (await payloadOfPart(adobe))[11] ?? null
}
