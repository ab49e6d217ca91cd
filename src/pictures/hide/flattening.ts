import { latin1 } from '../../formats/core/reader'
import type { Source } from '../../formats/core/source'
import type { FormatName } from '../../formats/format-facts'
import type { Change } from './order'

/** The properties of a picture in boxes stand in front of its data, or cannot be found by a reader of streams. */
const SEARCHED_BYTES = 65_536

/** Colour primaries of ITU-T H.273 that are no wider than a canvas: BT.709, unspecified, BT.601 in both kinds. */
const ORDINARY_PRIMARIES = new Set([1, 2, 5, 6])
/** Transfer characteristics of H.273 that reach beyond white: PQ and HLG. */
const HDR_TRANSFERS = new Set([16, 18])
/** Where IHDR of a PNG tells the bits of a sample; PNG, 3rd edition, §11.2.1. */
const PNG_DEPTH_OFFSET = 24

/** Returns what an 8-bit canvas does not keep of a picture that is coded with more, as far as the file says so itself. */
export async function flatteningOf(format: FormatName, source: Source): Promise<Change[]> {
  const head = await source.read(0, Math.min(source.size, SEARCHED_BYTES))
  if (format === 'png') return (head[PNG_DEPTH_OFFSET] ?? 8) > 8 ? ['depth'] : []
  if (format !== 'avif' && format !== 'heif') return []
  const text = latin1(head)
  const changes: Change[] = []
  const colour = text.indexOf('colrnclx')
  if (colour >= 0) {
    const primaries = u16(head, colour + 8)
    if (!ORDINARY_PRIMARIES.has(primaries) || HDR_TRANSFERS.has(u16(head, colour + 10))) changes.push('colours')
  }
  // PixelInformationProperty, ISO/IEC 23008-12 §6.5.6: version and flags, number of channels, bits of each.
  const bits = text.indexOf('pixi')
  if (bits >= 0 && (head[bits + 9] ?? 8) > 8) changes.push('depth')
  return changes
}

const u16 = (bytes: Uint8Array, at: number) => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)
