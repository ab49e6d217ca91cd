import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import pixelmatch from 'pixelmatch'
import sharp from 'sharp'

/**
 * How many times smaller a picture is compared than it was taken. Letters become grey and a line that another version
 * of a browser puts one pixel lower hardly shows; what moved by a few pixels, changed its size or its colour does.
 */
const SHRINK = 4
/** Share of the greatest difference between two colours from which on a pixel counts as different (pixelmatch). */
const THRESHOLD = 0.2
/** Different pixels of the small picture that are let pass: less than a button's edge. */
const LET_PASS = 12

export interface Look {
  readonly data: Buffer
  readonly width: number
  readonly height: number
}

/** A screenshot (PNG), small. */
export async function lookOf(screenshot: Uint8Array): Promise<Look> {
  const { width, height } = await sharp(screenshot).metadata()
  const size = { width: Math.round(width / SHRINK), height: Math.round(height / SHRINK) }
  const { data } = await sharp(screenshot)
    .flatten({ background: '#ffffff' })
    .resize({ ...size, fit: 'fill', kernel: 'linear' })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data, ...size }
}

/** What is wrong with a look beside another: null when no more than a few pixels differ. */
export function differenceBetween(one: Look, other: Look): string | null {
  const { width, height } = one
  if (width !== other.width || height !== other.height)
    return `${width} × ${height} instead of ${other.width} × ${other.height}`
  const different = pixelmatch(one.data, other.data, undefined, width, height, {
    threshold: THRESHOLD,
    includeAA: true,
  })
  return different > LET_PASS ? `${different} of ${width * height} pixels differ` : null
}

export async function readLook(path: string): Promise<Look | null> {
  if (!existsSync(path)) return null
  const { data, info } = await sharp(await readFile(path))
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height }
}

export async function writeLook(path: string, { data, width, height }: Look): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const picture = sharp(data, { raw: { width, height, channels: 4 } }).removeAlpha()
  await writeFile(path, await picture.png({ palette: true, colours: 64, dither: 0, effort: 10 }).toBuffer())
}
