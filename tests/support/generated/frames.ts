import sharp, { type Sharp } from 'sharp'

export const SIZE = { width: 24, height: 16 }

/** Samples of a small picture in which every pixel differs from its neighbours; another one for each `seed`. */
export function samples(channels: 3 | 4, seed = 0): Uint8Array<ArrayBuffer> {
  const { width, height } = SIZE
  return Uint8Array.from(
    { length: width * height * channels },
    (_, at) => (at * 37 + (at >> 5) * 11 + seed * 53) & 0xff,
  )
}

/** A still picture for sharp to write. */
export function still(channels: 3 | 4 = 3): Sharp {
  return sharp(samples(channels), { raw: { ...SIZE, channels } })
}

/** Four frames of an animation for sharp to write. */
export function animation(): Sharp {
  const frames = Buffer.concat([0, 1, 2, 3].map((seed) => samples(4, seed)))
  const { width, height } = SIZE
  return sharp(frames, { raw: { width, height: 4 * height, channels: 4, pageHeight: height } })
}

export const ANIMATED = { loop: 3, delay: [100, 200, 150, 50] }

export async function bytesOf(image: Sharp): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await image.toBuffer())
}
