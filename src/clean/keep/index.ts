import type { FormatName } from '../../formats/format'
import { GIF } from './gif'
import { JPEG } from './jpeg'
import { JXL } from './jxl'
import { MOVIE_BOXES } from './movie'
import { PICTURE_BOXES } from './picture'
import { PNG } from './png'
import { SVG } from './svg'
import { TIFF } from './tiff'
import { WEBP } from './webp'

/** What a parent is told about things that stay although they are not the picture itself; `words/` has a sentence for each. */
export type KeptFeature =
  | 'orientation'
  | 'colour-profile'
  | 'hdr-gain-map'
  | 'stereo-picture'
  | 'panorama'
  | 'animation'
  | 'transparency'
  | 'sound'
  | 'pages'

/** Why a part may stay in a cleaned file. */
export interface KeepRow {
  /** The reason, in the field's terms. */
  readonly why: string
  readonly feature?: KeptFeature
  /** The part stays only while every byte of it is zero: the rest of something that was blanked in place, or padding. */
  readonly zeros?: true
}

/**
 * Part name → why it may stay. In a key, `*` stands for any run of characters but '/'. Nothing else may stay, so a part
 * that no row names goes, or is blanked. A format that writes something afresh gives it a name of its own, which its `split`
 * uses only for bytes that are exactly what `rebuild` writes ('APP1 Exif orientation', never 'APP1 Exif').
 */
export type KeepTable = Readonly<Record<string, KeepRow>>

/** One table a format, each in its own file in keep/. */
const TABLES: Partial<Record<FormatName, KeepTable>> = {
  jpeg: JPEG,
  png: PNG,
  webp: WEBP,
  gif: GIF,
  jxl: JXL,
  heif: PICTURE_BOXES,
  avif: PICTURE_BOXES,
  mp4: MOVIE_BOXES,
  tiff: TIFF,
  svg: SVG,
}

/** The rows whose key is a pattern; made once a format, because a file can have thousands of parts. */
const PATTERNS = new Map(Object.entries(TABLES).map(([format, table]) => [format, patternsIn(table)]))

/** The row that allows a part of this name to stay, or null: it has to go. */
export function keepRow(format: FormatName, partName: string): KeepRow | null {
  const table = TABLES[format]
  if (!table) return null
  if (Object.hasOwn(table, partName)) return table[partName] ?? null
  return PATTERNS.get(format)?.find(({ pattern }) => pattern.test(partName))?.row ?? null
}

function patternsIn(table: KeepTable): { readonly pattern: RegExp; readonly row: KeepRow }[] {
  return Object.entries(table).flatMap(([key, row]) => {
    if (!key.includes('*')) return []
    const literals = key.split('*').map((text) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
    return [{ pattern: new RegExp(`^${literals.join('[^/]*')}$`), row }]
  })
}
