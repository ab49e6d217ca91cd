import { Malformed } from '../core/malformed'
import type { Block, BlockType } from '../core/part'
import type { Source } from '../core/source'
import { type Box, boxesIn } from './boxes'

/** User types of 'uuid' boxes: XMP part 3 §2.1.3, C2PA 2.1 §A.5. */
const USER_TYPES: Readonly<Record<string, BlockType>> = {
  be7acfcb97a942e89c71999491e3afac: 'xmp',
  d8fec3d61b0e483c92975828877ec481: 'c2pa',
}

/** Boxes whose kind alone says what is in them. */
const BLOCKS: Readonly<Record<string, BlockType>> = {
  udta: 'quicktime',
  meta: 'quicktime',
  jumb: 'c2pa',
  // The film of a motion photo: "mpvd", Google's Motion Photo format 1.0.
  mpvd: 'video',
  XMP_: 'xmp',
  GPMF: 'gpmf',
}

/** Boxes that go although nothing is told by them, or that the keep-table allows; others in the same places are private to their maker. */
const UNTOLD: ReadonlySet<string> = new Set([
  ...[
    'ftyp',
    'styp',
    'pdin',
    'etyp',
    'sidx',
    'ssix',
    'mfra',
    'wide',
    'mvhd',
    'iods',
    'ctab',
    'tkhd',
    'load',
    'txas',
    'clip',
  ],
  ...['matt', 'imap', 'kmat', 'edts', 'mdia', 'tapt', 'tref', 'trgr', 'mvex', 'pssh', 'elst'],
])

/** What a reader of tags can make of a whole box. */
export function blockOf(path: string, box: Box): Block | undefined {
  const inside = { start: box.body, end: box.end }
  if (box.type === 'uuid') {
    const type = USER_TYPES[box.userType ?? '']
    return type ? { type, ...inside } : { type: 'unknown', label: `uuid ${box.userType}`, ...inside }
  }
  const type = BLOCKS[box.type]
  if (type === 'quicktime') return { type, start: box.start, end: box.end }
  if (type) return { type, ...inside }
  // User descriptions, three or four strings that end in NUL, behind version and flags: ISO/IEC 23008-12 §6.5.20.
  if (box.type === 'udes')
    return { type: 'text', label: 'udes', encoding: 'utf-8', ...inside, start: Math.min(box.body + 4, box.end) }
  if (box.type === 'PICT') return { type: 'picture', label: 'preview', ...inside }
  const isMakersPlace = !path.includes('/') || path === `moov/${box.type}` || path === `moov/trak/${box.type}`
  return isMakersPlace && !UNTOLD.has(box.type) ? { type: 'unknown', label: box.type, ...inside } : undefined
}

/**
 * The boxes in a 'udta' that are blocks of their own kind, which a reader of atoms need not know: XMP, GPMF, those of a user type. None where
 * the boxes do not fit into each other; user data goes in any case.
 */
export async function blocksInUserData(source: Source, udta: Box): Promise<readonly Box[]> {
  try {
    const { boxes } = await boxesIn(source, udta.body, udta.end)
    return boxes.filter(({ type }) => type === 'XMP_' || type === 'GPMF' || type === 'uuid')
  } catch (error) {
    if (error instanceof Malformed) return []
    throw error
  }
}
