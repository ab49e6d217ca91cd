import type { FormatName } from '../../src/formats/format-facts'
import { AVIF } from './generated/avif'
import { GIF } from './generated/gif'
import { HEIF } from './generated/heif'
import { JPEG } from './generated/jpeg'
import { JXL } from './generated/jxl'
import { MP4 } from './generated/mp4'
import { PHONES } from './generated/phones'
import { PNG } from './generated/png'
import { SVG } from './generated/svg'
import { TIFF } from './generated/tiff'
import { WEBM } from './generated/webm'
import { WEBP } from './generated/webp'

/** A file that is made when it is needed, for cases that no collected file covers. */
export interface Recipe {
  readonly name: string
  readonly format: FormatName
  readonly make: () => Promise<Uint8Array<ArrayBuffer>>
}

/** Each format's recipes, in a file of their own in generated/. */
export const GENERATED: readonly Recipe[] = [
  ...JPEG,
  ...PNG,
  ...WEBP,
  ...GIF,
  ...JXL,
  ...HEIF,
  ...AVIF,
  ...SVG,
  ...TIFF,
  ...MP4,
  ...WEBM,
  ...PHONES,
]
