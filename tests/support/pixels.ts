import sharp from 'sharp'
import { heif } from '../../src/formats/isobmff/heif'
import { jxl } from '../../src/formats/jxl'
import { decodeHeif } from './heif-codec'
import { decodeJxl } from './jxl-codec'

export interface Pixels {
  readonly width: number
  readonly height: number
  /** Which way up the decoder would turn it, 1 to 8. */
  readonly orientation: number
  readonly space: string
  /** How long each frame is shown, and how often all of them. */
  readonly timing: string
  /** Interleaved samples of all frames or pages, not turned and not colour-managed. */
  readonly data: Buffer
}

/** What a decoder that is not ours makes of the file, or null where it cannot decode it. */
export async function pixelsOf(bytes: Uint8Array): Promise<Pixels | null> {
  try {
    if (jxl.recognises(bytes)) return await pixelsOfJxl(bytes)
    return heif.recognises(bytes) ? await pixelsOfHeif(bytes) : await pixelsBySharp(bytes)
  } catch {
    return null
  }
}

async function pixelsBySharp(bytes: Uint8Array): Promise<Pixels> {
  const image = sharp(bytes, { failOn: 'none', animated: true, limitInputPixels: 200_000_000 })
  const { orientation = 1, space, delay = [], loop } = await image.metadata()
  const { data, info } = await image.raw().toBuffer({ resolveWithObject: true })
  const timing = `${delay.join(' ')} ms, ${loop ?? 'no'} loops`
  return { width: info.width, height: info.height, orientation, space, timing, data }
}

/** libjxl turns the picture itself. */
async function pixelsOfJxl(bytes: Uint8Array): Promise<Pixels> {
  const { width, height, data } = await decodeJxl(bytes)
  return { width, height, orientation: 1, space: 'srgb', timing: '', data: Buffer.from(data.buffer) }
}

/** libheif turns the picture itself. */
async function pixelsOfHeif(bytes: Uint8Array): Promise<Pixels> {
  const { width, height, data } = await decodeHeif(bytes)
  return { width, height, orientation: 1, space: 'srgb', timing: '', data: Buffer.from(data.buffer) }
}

/** The ICC profile that the decoder sees, or null. */
export async function iccOf(bytes: Uint8Array): Promise<Buffer | null> {
  try {
    return (await sharp(bytes, { failOn: 'none' }).metadata()).icc ?? null
  } catch {
    return null
  }
}
