import { ByteRanges } from '../core/byte-ranges'
import { lengthOf, type Part } from '../core/part'
import { startsWith } from '../core/reader'
import type { Format } from '../format'
import { markedIfOfScreen } from '../metadata/screen-profile'
import { readHeader } from './directory'
import { readPages, readPreviews } from './pages'
import { addPageRanges, addPreviewRanges, tileTiff } from './parts'
import { rebuildTiff } from './rebuild'

/** Canon's RAW photos say so behind the header. */
const CR2 = 'CR'

/**
 * TIFF (6.0) and BigTIFF. Directories stay where they are and lose the entries that go; values, and everything that no kept
 * entry refers to, are blanked. RAW photos are TIFF inside; the ones that cannot be told by their head are refused by `split`.
 */
export const tiff: Format = {
  name: 'tiff',
  recognises(head) {
    const isTiff = ['II*\0', 'MM\0*', 'II+\0', 'MM\0+'].some((signature) => startsWith(head, signature))
    return isTiff && !startsWith(head, CR2, 8)
  },

  async split(source) {
    const layout = await readHeader(source)
    const pages = await readPages(source, layout)
    const ranges = new ByteRanges(source.size)
    for (const page of pages) addPageRanges(page, ranges)
    for (const preview of await readPreviews(source, layout, pages)) addPreviewRanges(preview, ranges)
    return Promise.all(tileTiff(source, layout, pages, ranges).map(withNeutralProfile))
  },

  rebuild: async (parts, stays) => rebuildTiff(parts, stays),
}

/** An entry in the table of a directory has the name of its value; in BigTIFF it takes so many bytes. */
const MAX_ENTRY_BYTES = 20

async function withNeutralProfile(part: Part): Promise<Part> {
  const { name, content } = part
  if (name !== 'IFD/ICCProfile' || content.kind !== 'slice' || lengthOf(part) <= MAX_ENTRY_BYTES) return part
  return markedIfOfScreen(part, content.start, content.end)
}
