import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'

/** Stands in the caption of every original, and is gone from every cleaned copy. */
export const SECRET = 'SECRET-'
const DIGITS = 10

/**
 * Makes small photos with a caption, no two alike: the answer for one is not remembered for the next. They have no place, for which
 * every new pause page would start one Worker more.
 */
export async function originals(folder: string): Promise<(number: number) => Promise<string>> {
  const mark = `${SECRET}${'0'.repeat(DIGITS)}`
  const bytes = await sharp({ create: { width: 64, height: 48, channels: 3, background: '#4a7' } })
    .withExif({ IFD0: { ImageDescription: mark, Artist: 'Anna Example' } })
    .jpeg()
    .toBuffer()
  const at = bytes.indexOf(mark)
  return async (number) => {
    const copy = Buffer.from(bytes)
    copy.write(`${SECRET}${String(number).padStart(DIGITS, '0')}`, at, 'latin1')
    const path = join(folder, `IMG_${String(number).padStart(6, '0')}.jpg`)
    await writeFile(path, copy)
    return path
  }
}
