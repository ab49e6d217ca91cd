import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'

/** Stands in the caption of every original, and is gone from every cleaned copy. */
export const SECRET = 'SECRET-'
const DIGITS = 10

/** Makes small photos with a place and a caption, no two alike: the answer for one is not remembered for the next. */
export async function originals(folder: string): Promise<(number: number) => Promise<string>> {
  const mark = `${SECRET}${'0'.repeat(DIGITS)}`
  const bytes = await sharp({ create: { width: 64, height: 48, channels: 3, background: '#4a7' } })
    .withExif({
      IFD0: { ImageDescription: mark },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '48/1 48/1 48/1', GPSLongitudeRef: 'E', GPSLongitude: '2/1 21/1 44/1' },
    })
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
