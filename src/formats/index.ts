import type { Source } from './core/source'
import type { Format } from './format'
import type { FormatName } from './format-facts'
import { gif } from './gif/gif'
import { avif } from './isobmff/avif'
import { heif } from './isobmff/heif'
import { mp4 } from './isobmff/mp4'
import { jpeg } from './jpeg/jpeg'
import { jxl } from './jxl'
import { webm } from './matroska/webm'
import { png } from './png/png'
import { svg } from './svg/svg'
import { tiff } from './tiff/tiff'
import { webp } from './webp'

/** The container of each format, in the order in which they are asked; the compiler says when one is missing. */
const BY_NAME = { jpeg, png, webp, gif, jxl, heif, avif, mp4, webm, tiff, svg } as const satisfies Readonly<
  Record<FormatName, Format>
>

/** Every container that PausePhoto can take apart, asked in this order. */
export const FORMATS: readonly Format[] = Object.values(BY_NAME)

/** Bytes at the start of a file that are enough to recognise it. */
const HEAD = 64

/** The format that recognises the first bytes of the file, or null: no format of ours. */
export async function formatOf(source: Source): Promise<Format | null> {
  const head = await source.read(0, Math.min(HEAD, source.size))
  return FORMATS.find((format) => format.recognises(head)) ?? null
}
