import { Malformed, NotThisFormat, Uncheckable } from '../core/malformed'
import type { Block } from '../core/part'
import { startsWith } from '../core/reader'
import type { Source } from '../core/source'
import { application, IDENTIFIER_BYTES } from './application'
import { canonicalName } from './canonical'
import { markerBehindData, markerBehindGarbage } from './entropy'
import { APP0, APP15, COM, EOI, isRestart, JPEG_LS, markerName, SOI, SOS } from './markers'
import { markScreenProfile } from './profile'
import type { Segment, Stream } from './segment'

/** More segments than any picture has; a bound for files that consist of empty ones. */
const MAX_SEGMENTS = 16 * 1024
/** Segments up to this size are read whole, to see whether they are what cleaning itself would write. */
const CANONICAL_BYTES = 4096

/**
 * Walks the segments of one JPEG stream (T.81 Annex B), whose SOI stands at `start`; nothing is searched for but the end
 * of entropy-coded data and of garbage, which decoders skip as well.
 * @throws {Malformed} when there is no SOI, and {NotThisFormat} for JPEG-LS, whose own markers no browser knows.
 */
export async function walkStream(source: Source, start: number): Promise<Stream> {
  const stream = await walk(source, start)
  return { ...stream, segments: await markScreenProfile(source, await joinedExif(source, stream.segments)) }
}

/**
 * Exif that is too long for one segment goes on in the next, behind another 'Exif\0\0' (as ExifTool writes and reads it): the pieces
 * get one group. A segment with a TIFF header of its own is another block.
 */
async function joinedExif(source: Source, segments: readonly Segment[]): Promise<readonly Segment[]> {
  const out: Segment[] = []
  for (const segment of segments) {
    const before = out.at(-1)
    const { name, block } = segment
    const goesOn = name === 'APP1 Exif' && before?.name === name && block && before.block
    if (!goesOn || (await beginsTiff(source, block))) {
      out.push(segment)
      continue
    }
    const group = before.block.group ?? `Exif at ${before.start}`
    out.splice(-1, 1, { ...before, block: { ...before.block, group } }, { ...segment, block: { ...block, group } })
  }
  return out
}

async function beginsTiff(source: Source, { start, end }: Block): Promise<boolean> {
  const head = await source.read(start, Math.min(start + 4, end))
  return startsWith(head, 'II*\0') || startsWith(head, 'MM\0*')
}

async function walk(source: Source, start: number): Promise<Stream> {
  const limit = source.size
  const segments: Segment[] = []
  let at = start
  let scans = 0
  let isInData = false

  const add = (name: string, end: number, block?: Block) => {
    if (end === at) return
    if (segments.length >= MAX_SEGMENTS) throw new Uncheckable(`more than ${MAX_SEGMENTS} segments`)
    segments.push({ name, start: at, end, ...(block && { block }) })
    at = end
  }
  const stream = (complete: boolean): Stream => ({ segments, start, end: at, hasScan: scans > 0, complete })

  const soi = await source.read(start, Math.min(start + 2, limit))
  if (soi[0] !== 0xff || soi[1] !== SOI) throw new Malformed('no start of image')
  add('SOI', start + 2)

  let marker = await markerBehindGarbage(source, at, limit)
  while (at < limit) {
    add(isInData ? 'entropy-coded data' : 'bytes between segments', marker?.start ?? limit)
    isInData = false
    if (!marker) break
    const { code, position } = marker
    if (code === SOI) return stream(false)
    add('fill bytes', position)
    if (code === EOI) {
      add('EOI', position + 2)
      return stream(true)
    }
    if (code === JPEG_LS) throw new NotThisFormat('JPEG-LS')
    if (isRestart(code)) add('bytes between segments', position + 2)
    else {
      const found = await segmentAt(source, code, position, scans > 0)
      add(found.name, found.end, found.block)
    }
    isInData = code === SOS
    if (isInData) scans++
    marker = await (isInData ? markerBehindData : markerBehindGarbage)(source, at, limit)
  }
  return stream(false)
}

async function segmentAt(source: Source, code: number, position: number, afterScan: boolean): Promise<Segment> {
  const start = position + 4
  if (start > source.size) return { name: 'cut segment', start: position, end: source.size }
  const [high = 0, low = 0] = await source.read(position + 2, start)
  // Decoders take a length below 2, which counts itself, for an empty segment.
  const length = Math.max(2, (high << 8) | low)
  const end = position + 2 + length
  const cut = end > source.size
  const last = Math.min(end, source.size)
  if ((code < APP0 || code > APP15) && code !== COM) {
    return { name: cut ? 'cut segment' : markerName(code), start: position, end: last }
  }
  const head = await source.read(start, Math.min(start + IDENTIFIER_BYTES, last))
  const { name, block } = application(code, head, start, last)
  if (cut) return { name: 'cut segment', start: position, end: last, block }
  if (afterScan) return { name: `${name} after a scan`, start: position, end, block }
  const whole = length <= CANONICAL_BYTES ? await source.read(start, end) : head
  const canonical = canonicalName(name, whole, length <= CANONICAL_BYTES)
  return canonical ? { name: canonical, start: position, end } : { name, start: position, end, block }
}
