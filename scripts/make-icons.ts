import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'

const FOLDER = fileURLToPath(new URL('../public/icons/', import.meta.url))
const SIZES = [16, 32, 48, 128]

/** Draws public/icons/<size>.png from the two drawings beside them; small sizes have one with fewer lines. */
for (const size of SIZES) {
  const drawing = await readFile(`${FOLDER}${size <= 32 ? 'small' : 'large'}.svg`)
  const density = (72 * size) / 128
  await sharp(drawing, { density: Math.max(density, 72) })
    .resize(size, size)
    .png({ compressionLevel: 9 })
    .toFile(`${FOLDER}${size}.png`)
  console.log(`public/icons/${size}.png`)
}
