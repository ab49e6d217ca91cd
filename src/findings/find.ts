import { Malformed } from '../formats/core/malformed'
import type { BlockType, Part } from '../formats/core/part'
import type { FormatName } from '../formats/format-facts'
import { type Clue, MAX_CLUES } from './clue'
import { joinSegments } from './decode/exif-segments'
import { blobOf, type ClueReader, gather, headOf, labelOf, load, type Pieces, sizeOf } from './decode/payload'
import { type Finding, KINDS, type Severity } from './finding'
import { device } from './kinds/device'
import { fileName } from './kinds/file-name'
import { hiddenPicture } from './kinds/hidden-picture'
import { hiddenVideo } from './kinds/hidden-video'
import { history } from './kinds/history'
import { people } from './kinds/people'
import { place } from './kinds/place'
import { time } from './kinds/time'
import { unknown } from './kinds/unknown'
import { words } from './kinds/words'
import { exifClues } from './readers/exif/exif'
import { iptcClues } from './readers/iptc'
import { photoshopClues } from './readers/photoshop'
import { pictureClues } from './readers/pictures'
import { pngTimeClues } from './readers/png-time'
import { privateReader } from './readers/private/private-blocks'
import { gpmfClues } from './readers/quicktime/gpmf'
import { quicktimeClues } from './readers/quicktime/quicktime'
import { time1904Clues } from './readers/quicktime/time-1904'
import { textClues } from './readers/text'
import { time2001Clues } from './readers/time-2001'
import { xmpClues } from './readers/xmp/xmp'
import { saidInBytes } from './values/by-bytes'
import { judged } from './values/judge'

/** For blocks that must be read into memory. */
const READERS: Partial<Record<BlockType, ClueReader>> = {
  exif: exifClues,
  xmp: xmpClues,
  'xmp-extended': xmpClues,
  text: textClues,
  photoshop: photoshopClues,
  iptc: iptcClues,
  'png-time': pngTimeClues,
  'time-1904': time1904Clues,
  'time-2001': time2001Clues,
  quicktime: quicktimeClues,
  gpmf: gpmfClues,
}

/** From clues to findings, one function a kind. */
const CONCLUSIONS: readonly ((clues: readonly Clue[]) => Finding[])[] = [
  place,
  people,
  time,
  words,
  hiddenPicture,
  hiddenVideo,
  device,
  history,
  unknown,
]

const SEVERITIES: readonly Severity[] = ['high', 'medium', 'low']

/**
 * What the parts of a file say about a person, most telling first (by {@link KINDS}, then severity). A block that cannot be
 * read becomes a finding of kind 'unknown'; nothing a file holds makes this throw, but reading a file that is gone does.
 */
export async function findIn(parts: readonly Part[], file: File, format: FormatName): Promise<Finding[]> {
  const clues: Clue[] = []
  for (const pieces of await joinSegments(gather(parts))) {
    // A film's telemetry is one block a second; the first that says where it was says enough.
    const telemetry = pieces.type === 'gpmf' ? 'GoPro' : labelOf(pieces) === 'camm' ? 'camm' : null
    const isKnown = telemetry && clues.some(({ type, source }) => type === 'position' && source === telemetry)
    if (isKnown || clues.length >= MAX_CLUES) continue
    const read = (await cluesOf(pieces, format)).slice(0, MAX_CLUES)
    clues.push(...read.flatMap(judged).slice(0, MAX_CLUES))
  }
  const findings = [...CONCLUSIONS.flatMap((conclude) => conclude(clues)), ...fileName(file.name)]
  return findings.sort(
    (a, b) =>
      KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity),
  )
}

async function cluesOf(pieces: Pieces, format: FormatName): Promise<Clue[]> {
  const source = pieces.parts[0]?.part.name ?? ''
  switch (pieces.type) {
    case 'picture':
      return pictureClues(labelOf(pieces), blobOf(pieces), source)
    case 'video':
      return [{ type: 'video', video: blobOf(pieces), source }]
    case 'c2pa':
      return [{ type: 'provenance', source: 'C2PA' }]
  }
  const own = privateReader(labelOf(pieces), sizeOf(pieces))
  if (own === null) return []
  const unread: Clue = { type: 'unknown', label: labelOf(pieces) ?? source, bytes: sizeOf(pieces), source }
  const read = own ?? READERS[pieces.type]
  if (!read) return [unread, ...saidInBytes(await headOf(pieces)).map((said) => ({ ...said, source }))]
  try {
    const payload = await load(pieces, format)
    const clues = await read(payload)
    const { inside } = payload
    return inside === '' ? clues : clues.map((clue) => ({ ...clue, source: `${clue.source} (${inside})` }))
  } catch (error) {
    if (error instanceof Malformed) return [unread]
    throw error
  }
}
