import type { Part } from '../core/part'
import { appleHeadroom } from './apple-headroom'
import { announcesGainMap, type GainMap, gainMapOf, gainMapXmp, hdrContainerXmp } from './hdr-xmp'
import { APP0 } from './markers'
import { type Picture, payloadOfPart, segment, total } from './picture'
import { EXIF_HEAD } from './retained-parts'

/** The segment with the numbers that a gain map needs, or nothing when it has none in XMP. */
export async function numbersPart(picture: Picture, first: Picture): Promise<Part[]> {
  const numbers = await numbersOf(picture)
  if (!numbers) return []
  const complete = await withHeadroom(numbers, first)
  return [segment(`${picture.prefix}APP1 XMP gain map numbers`, APP0 + 1, gainMapXmp(complete))]
}

async function numbersOf({ prefix, parts }: Picture): Promise<GainMap | null> {
  for (const part of parts) {
    if (!part.name.startsWith(`${prefix}APP1 XMP`)) continue
    const numbers = gainMapOf(await payloadOfPart(part))
    if (numbers) return numbers
  }
  return null
}

/** Older iPhones state the headroom in the first picture's maker note, which goes. */
async function withHeadroom(numbers: GainMap, first: Picture): Promise<GainMap> {
  if (numbers.kind !== 'apple' || numbers.fields.some(([name]) => name === 'HDRGainMapHeadroom')) return numbers
  const exif = first.parts.find(({ name }) => name === 'APP1 Exif')
  const headroom = exif ? appleHeadroom((await payloadOfPart(exif)).subarray(EXIF_HEAD.length)) : null
  if (headroom === null) return numbers
  return { ...numbers, fields: [...numbers.fields, ['HDRGainMapHeadroom', [headroom.toFixed(6)]]] }
}

/** Ultra HDR viewers look for the gain map in the picture's XMP; others need none. */
export async function containerPart(first: Picture, further: readonly Picture[]): Promise<Part[]> {
  const [gainMap] = further
  if (gainMap?.role !== 'gain map') return []
  for (const part of first.parts) {
    if (!part.name.startsWith('APP1 XMP') || !announcesGainMap(await payloadOfPart(part))) continue
    return [segment('APP1 XMP HDR container', APP0 + 1, hdrContainerXmp(total(gainMap.parts)))]
  }
  return []
}
