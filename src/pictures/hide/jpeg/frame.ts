/** One colour of a JPEG frame with its quantised coefficients; ITU-T T.81 §A.1, §A.2. */
export interface Component {
  readonly id: number
  readonly horizontal: number
  readonly vertical: number
  readonly quantization: number
  /** Blocks that hold any of the picture: what a scan of this component alone consists of. */
  readonly blocksWide: number
  readonly blocksHigh: number
  /** Blocks in a row as they are stored, up to whole MCUs. */
  readonly stride: number
  /** 64 for each block in zigzag order, block by block, row by row, up to whole MCUs. */
  readonly coefficients: Int16Array
}

export interface Frame {
  readonly width: number
  readonly height: number
  readonly progressive: boolean
  readonly components: readonly Component[]
  readonly maxHorizontal: number
  readonly maxVertical: number
  readonly mcusWide: number
  readonly mcusHigh: number
}

/** The coding is one that is not taken apart here: arithmetic, lossless, twelve bits, or damaged. */
export class NotEditable extends Error {}

/** Blocks that are held in memory at once: a photo of 100 million pixels with full colour. */
const MAX_BLOCKS = 5_000_000

interface ComponentHead {
  readonly id: number
  readonly horizontal: number
  readonly vertical: number
  readonly quantization: number
}

/**
 * Makes the empty frame that a frame header describes.
 * @throws {NotEditable} when the header is not sound or the picture is too large.
 */
export function emptyFrame(
  width: number,
  height: number,
  progressive: boolean,
  heads: readonly ComponentHead[],
): Frame {
  if (width === 0 || height === 0 || heads.length === 0 || heads.length > 4) throw new NotEditable('frame header')
  // A single component is coded block by block, whatever factors it states; §A.2.2.
  const used = heads.length === 1 ? heads.map((head) => ({ ...head, horizontal: 1, vertical: 1 })) : heads
  if (used.some(({ horizontal: h, vertical: v }) => h < 1 || h > 4 || v < 1 || v > 4)) throw new NotEditable('sampling')
  if (new Set(used.map(({ id }) => id)).size < used.length) throw new NotEditable('components')
  const maxHorizontal = Math.max(...used.map(({ horizontal }) => horizontal))
  const maxVertical = Math.max(...used.map(({ vertical }) => vertical))
  const mcusWide = Math.ceil(width / (8 * maxHorizontal))
  const mcusHigh = Math.ceil(height / (8 * maxVertical))
  const blocks = used.reduce((sum, { horizontal, vertical }) => sum + mcusWide * mcusHigh * horizontal * vertical, 0)
  if (blocks > MAX_BLOCKS) throw new NotEditable('too large')
  const components = used.map((head): Component => {
    const { horizontal, vertical } = head
    const stride = mcusWide * horizontal
    return {
      ...head,
      blocksWide: Math.ceil((width * horizontal) / maxHorizontal / 8),
      blocksHigh: Math.ceil((height * vertical) / maxVertical / 8),
      stride,
      coefficients: new Int16Array(stride * mcusHigh * vertical * 64),
    }
  })
  return { width, height, progressive, components, maxHorizontal, maxVertical, mcusWide, mcusHigh }
}
