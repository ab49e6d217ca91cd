import { Malformed } from '../core/malformed'
import { PartList } from '../core/part-list'
import type { Source } from '../core/source'
import type { Format } from '../format'
import { addWhatFollows } from './after-the-end'
import { rebuildJpeg } from './rebuild'
import { samsungTrailerStart } from './samsung-trailer'
import type { Stream } from './segment'
import { walkStream } from './segments'

/**
 * JPEG: ITU-T T.81 Annex B, JFIF 1.02, Exif 3.0; with what cameras put behind the picture (CIPA DC-007 multi-picture,
 * Ultra HDR 1.1, ISO 21496-1, motion photos).
 */
export const jpeg: Format = {
  name: 'jpeg',
  recognises: (head) => head[0] === 0xff && head[1] === 0xd8 && head[2] === 0xff,
  async split(source) {
    const list = new PartList(source)
    const first = await firstStream(source)
    // A start of image in the head: libjpeg refuses it, and what follows may be a thumbnail instead of the picture.
    if (!first.hasScan && !first.complete && first.end < source.size) throw new Malformed('two starts and no picture')
    for (const { name, end, block } of first.segments) list.add(name, end, block)
    await addWhatFollows(list, source, first)
    return list.finish()
  },
  rebuild: rebuildJpeg,
}

/** The picture; where it has no end of its own, it ends before what a phone wrote behind it. */
async function firstStream(source: Source): Promise<Stream> {
  const first = await walkStream(source, 0)
  if (first.complete) return first
  const trailer = await samsungTrailerStart(source)
  return trailer === undefined || trailer >= first.end ? first : walkStream({ ...source, size: trailer }, 0)
}
