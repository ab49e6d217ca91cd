import { clean } from '../../clean/clean'
import { cleanName } from '../../clean/file-name'
import type { KeptFeature } from '../../clean/keep'
import { formatOf } from '../../formats'
import { Malformed } from '../../formats/core/malformed'
import { join, type Part } from '../../formats/core/part'
import { type Source, sourceOf } from '../../formats/core/source'
import { type FormatName, mediaTypeOf } from '../../formats/format-facts'
import { flatteningOf } from './flattening'
import { type HiddenParts, hideInJpeg } from './jpeg/hide-in-jpeg'
import { type Change, type HideOrder, NotThisWay } from './order'
import { hideInPng } from './png/hide-in-png'

export interface Hidden {
  readonly file: File
  readonly changes: readonly Change[]
}

/**
 * Draws the picture with the environment's own decoder, covers the regions, and codes it anew: as a PNG when `lossless`,
 * as a JPEG otherwise, unless it is see-through. Makes it as small as the order wants.
 * @throws when the picture cannot be decoded.
 */
export type Repaint = (
  picture: Blob,
  order: HideOrder,
  lossless: boolean,
) => Promise<{ readonly blob: Blob; readonly smaller: boolean }>

interface Taken {
  readonly format: FormatName
  readonly source: Source
  readonly kept: readonly KeptFeature[]
  readonly lossless: boolean
  readonly animated: boolean
}

/**
 * Returns a new picture in which the regions are covered and which holds nothing but the picture. JPEG and PNG are changed
 * in the hidden places only; everything else is drawn anew.
 * @throws when the picture cannot be shown here.
 */
export async function hidePicture(
  file: File,
  order: HideOrder,
  repaint: Repaint,
  random: () => number,
): Promise<Hidden> {
  const taken = await takenApart(file)
  const exact = taken && (await inPlace(taken, order, random))
  if (taken && exact) {
    const type = taken.format === 'png' ? 'image/png' : 'image/jpeg'
    const bytes = await new Blob(join(exact.parts)).arrayBuffer()
    const hidden = named(new Blob([bytes], { type }), file)
    const { longSide, width, height } = order
    if (longSide === null || Math.max(width, height) <= longSide) return { file: hidden, changes: exact.changes }
    const { blob } = await repaint(hidden, { ...order, regions: [] }, type === 'image/png')
    const lost = new Set([...flattened(taken.kept), ...(await flatteningOf(taken.format, taken.source))])
    return { file: named(blob, file), changes: [...exact.changes, ...lost, 'smaller'] }
  }
  const lossless = taken?.lossless ?? !/jpe?g|heic|heif|avif|jxl/.test(file.type)
  const { blob, smaller } = await repaint(taken?.source.blob ?? file, order, lossless)
  const changes = new Set<Change>([
    ...(taken?.animated ? (['still'] as const) : []),
    ...(taken ? [...flattened(taken.kept), ...(await flatteningOf(taken.format, taken.source))] : []),
    ...(lossless ? [] : (['recoded'] as const)),
    ...(smaller ? (['smaller'] as const) : []),
  ])
  return { file: named(blob, file), changes: [...changes] }
}

/** A cleaned copy of the file, taken apart; null when it cannot be. */
async function takenApart(file: File): Promise<Taken | null> {
  try {
    const original = sourceOf(file)
    const format = await formatOf(original)
    if (!format) return null
    const { parts, kept } = await clean(await format.split(original), format)
    const bytes = await new Blob(join(parts)).arrayBuffer()
    // A GIF that does not say how often it is repeated has several pictures all the same.
    const animated = kept.includes('animation') || parts.filter(({ name }) => name === 'image').length > 1
    const source = sourceOf(new Blob([bytes], { type: file.type || mediaTypeOf(format.name) }))
    return { format: format.name, source, kept, lossless: isLossless(format.name, parts), animated }
  } catch (error) {
    if (error instanceof Malformed) return null
    throw error
  }
}

function isLossless(format: FormatName, parts: readonly Part[]): boolean {
  if (format === 'webp') return parts.some(({ name }) => name === 'VP8L')
  return format === 'png' || format === 'gif' || format === 'tiff'
}

async function inPlace({ format, source }: Taken, order: HideOrder, random: () => number): Promise<HiddenParts | null> {
  try {
    if (format === 'jpeg') return await hideInJpeg(source, order, random)
    if (format === 'png') return await hideInPng(source, order, random)
    return null
  } catch (error) {
    // A RangeError is memory that the browser does not give: a canvas needs less, and makes the picture smaller.
    if (error instanceof NotThisWay || error instanceof Malformed || error instanceof RangeError) return null
    throw error
  }
}

/** What a canvas does not keep. */
function flattened(kept: readonly KeptFeature[]): Change[] {
  return kept.includes('colour-profile') || kept.includes('hdr-gain-map') ? ['colours'] : []
}

const ENDINGS: Readonly<Record<string, string>> = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp' }

/** The parent's own name, unless it tells something, with the ending that fits. */
function named(blob: Blob, original: File): File {
  const { type } = blob
  const name = cleanName(original.name, type)
  const ending = ENDINGS[type]
  const fits = original.type === type || !ending || new RegExp(`\\.(?:${ending}|jpe?g)$`, 'i').test(name)
  const fitting = fits && (original.type === type || !ending) ? name : `${name.replace(/\.[^.]*$/, '')}.${ending}`
  return new File([blob], fitting, { type, lastModified: Date.now() })
}
