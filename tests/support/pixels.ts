import sharp from 'sharp'

export interface Pixels {
  readonly width: number
  readonly height: number
  /** Which way up the decoder would turn it, 1 to 8. */
  readonly orientation: number
  readonly space: string
  /** Interleaved samples of all frames or pages, not turned and not colour-managed. */
  readonly data: Buffer
}

/** What a decoder that is not ours makes of the file, or null where it cannot decode it. */
export async function pixelsOf(bytes: Uint8Array): Promise<Pixels | null> {
  try {
    const image = sharp(bytes, { failOn: 'none', animated: true, limitInputPixels: 200_000_000 })
    const { orientation = 1, space } = await image.metadata()
    const { data, info } = await image.raw().toBuffer({ resolveWithObject: true })
    return { width: info.width, height: info.height, orientation, space, data }
  } catch {
    return null
  }
}

/** The ICC profile that the decoder sees, or null. */
export async function iccOf(bytes: Uint8Array): Promise<Buffer | null> {
  try {
    return (await sharp(bytes, { failOn: 'none' }).metadata()).icc ?? null
  } catch {
    return null
  }
}
