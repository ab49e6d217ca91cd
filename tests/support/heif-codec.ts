import { createRequire } from 'node:module'
import type { Canvas } from 'libheif-js/wasm-bundle'

/** CommonJS whose export names Node itself cannot see; bundlers and vitest can. */
const { HeifDecoder } = createRequire(import.meta.url)(
  'libheif-js/wasm-bundle',
) as typeof import('libheif-js/wasm-bundle')

/** The primary picture of a HEIC file, the way up applied, as RGBA, by libheif. @throws when it does not decode. */
export async function decodeHeif(file: Uint8Array): Promise<Canvas> {
  const images = new HeifDecoder().decode(file)
  try {
    const image = images.find((candidate) => candidate.is_primary())
    if (!image) throw new Error('libheif sees no picture')
    const [width, height] = [image.get_width(), image.get_height()]
    const canvas = { data: new Uint8ClampedArray(width * height * 4), width, height }
    const drawn = await new Promise<Canvas | null>((resolve) => image.display(canvas, resolve))
    if (!drawn) throw new Error('libheif could not decode the picture')
    return drawn
  } finally {
    for (const image of images) image.free()
  }
}
