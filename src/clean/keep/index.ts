import type { FormatName } from '../../formats/format-facts'
import { GIF } from './gif'
import { JPEG } from './jpeg'
import { JXL } from './jxl'
import { MOVIE_BOXES } from './movie'
import { PICTURE_BOXES } from './picture'
import { PNG } from './png'
import { SVG } from './svg'
import type { KeepRow, KeepTable } from './table'
import { TIFF } from './tiff'
import { WEBM } from './webm'
import { WEBP } from './webp'

export type { KeepRow, KeepTable, KeptFeature } from './table'

/** One table a format, each in its own file in keep/. */
export const TABLES: Readonly<Record<FormatName, KeepTable>> = {
  jpeg: JPEG,
  png: PNG,
  webp: WEBP,
  gif: GIF,
  jxl: JXL,
  heif: PICTURE_BOXES,
  avif: PICTURE_BOXES,
  mp4: MOVIE_BOXES,
  webm: WEBM,
  tiff: TIFF,
  svg: SVG,
}

/** The rows whose key is a pattern; made once a format, because a file can have thousands of parts. */
const PATTERNS = new Map(Object.entries(TABLES).map(([format, table]) => [format, patternsIn(table)]))

/** What was looked up: every part is asked for when it is cleaned and when it is proved. Names can come from a file, so they are bound. */
const LOOKED_UP = new Map<string, KeepRow | null>()
const MAX_LOOKED_UP = 4096

/** The row that allows a part of this name to stay, or null: it has to go. */
export function keepRow(format: FormatName, partName: string): KeepRow | null {
  const key = `${format} ${partName}`
  const known = LOOKED_UP.get(key)
  if (known !== undefined) return known
  const row = lookUp(format, partName)
  if (LOOKED_UP.size >= MAX_LOOKED_UP) LOOKED_UP.clear()
  LOOKED_UP.set(key, row)
  return row
}

function lookUp(format: FormatName, partName: string): KeepRow | null {
  const table = TABLES[format]
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
