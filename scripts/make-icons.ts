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

/** The page for phones: with and without the ground that phones cut into their own shape. */
const WEB = fileURLToPath(new URL('../web/public/icons/', import.meta.url))
const large = await readFile(`${FOLDER}large.svg`)
for (const size of [48, 192, 512]) {
  const density = (72 * size) / 128
  await sharp(large, { density: Math.max(density, 72) })
    .resize(size, size)
    .png({ compressionLevel: 9 })
    .toFile(`${WEB}${size}.png`)
}
const drawing = await sharp(large, { density: 288 }).resize(368, 368).png().toBuffer()
await sharp({ create: { width: 512, height: 512, channels: 4, background: '#0b655a' } })
  .composite([{ input: drawing, gravity: 'centre' }])
  .png({ compressionLevel: 9 })
  .toFile(`${WEB}maskable.png`)
console.log('web/public/icons')
