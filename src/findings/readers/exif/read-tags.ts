// Of exifr only the core and the two TIFF parsers: the blocks come to it bare, so its JPEG, PNG and HEIF walkers (the last loops
// for ever on a crafted file), its network and file readers and its dictionaries (full 26 kB, mini 9 kB gzipped) stay out of the bundle.
import { Exifr } from 'exifr/src/core.mjs'
import 'exifr/src/file-parsers/tiff.mjs'
import 'exifr/src/segment-parsers/tiff-exif.mjs'
import {
  type Directory,
  type DirectoryName,
  type Structure,
  type TagValue,
  walkDirectories,
} from '../../decode/directories'

/** Raw values under their numbers. One object, because exifr keeps every options object it was ever given. */
const RAW = {
  tiff: true,
  ifd0: true,
  ifd1: true,
  exif: true,
  gps: true,
  interop: true,
  makerNote: true,
  userComment: true,
  translateKeys: false,
  translateValues: false,
  reviveValues: false,
  sanitize: false,
  mergeOutput: false,
}

const EXIFR_READS: readonly DirectoryName[] = ['ifd0', 'ifd1', 'exif', 'gps', 'interop']

/**
 * Reads the tags of a TIFF structure (Exif 3.0 §4.6). Our walk checks every bound and enters what exifr does not (SubIFDs, further pages,
 * BigTIFF). exifr, the reader that others rely on, then reads the main directories a second time, on purpose: where the two differ, its value
 * counts. It has no bounds of its own and leaves a directory at the first broken entry, so it is given only structures in which no entry
 * points outside.
 * @throws {Malformed} when the bytes are no TIFF structure.
 */
export async function readTags(bytes: Uint8Array): Promise<Structure> {
  const structure = walkDirectories(bytes)
  if (!structure.whole || structure.large) return structure
  const read = await exifrTags(bytes)
  const taken = new Set<DirectoryName>()
  const directories = structure.directories.map((ours): Directory => {
    const theirs = taken.has(ours.name) ? undefined : read.get(ours.name)
    taken.add(ours.name)
    return theirs ? { ...ours, tags: new Map([...ours.tags, ...theirs]) } : ours
  })
  return { ...structure, directories }
}

async function exifrTags(bytes: Uint8Array): Promise<Map<DirectoryName, Map<number, TagValue>>> {
  const out = new Map<DirectoryName, Map<number, TagValue>>()
  // A copy of its own: exifr reads on past the end of a view into a larger buffer.
  const exifr = new Exifr(RAW)
  await exifr.read(bytes.slice())
  const output = await exifr.parse().catch(() => undefined)
  if (typeof output !== 'object' || output === null) return out
  for (const [name, block] of Object.entries(output)) {
    const known = EXIFR_READS.find((candidate) => candidate === name)
    if (!known || typeof block !== 'object' || block === null) continue
    const tags = new Map<number, TagValue>()
    for (const [key, value] of Object.entries(block)) {
      const tag = Number(key)
      const usable = asTagValue(value)
      if (Number.isInteger(tag) && usable !== undefined) tags.set(tag, usable)
    }
    out.set(known, tags)
  }
  return out
}

/** A text with U+FFFD was not UTF-8; our own reading tries Latin-1. */
function asTagValue(value: unknown): TagValue | undefined {
  if (typeof value === 'number' || value instanceof Uint8Array) return value
  if (typeof value === 'string') return value.includes('\ufffd') ? undefined : value
  if (Array.isArray(value) && value.every((item) => typeof item === 'number')) return value
  return undefined
}
