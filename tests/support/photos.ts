import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const JPEG_EXIF = join(dirname(createRequire(import.meta.url).resolve('jpeg-exif/package.json')), 'test')

/** A telephone's photo, 2448 × 2448, turned by 90°, with its place, time and device; see that it is what the tests say. */
export const WITH_PLACE = join(JPEG_EXIF, 'IMG_0001.JPG')
export const WITH_PLACE_SIZE = readFileSync(WITH_PLACE).length
