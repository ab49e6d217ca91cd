import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import decodeWith, { init as initDecoder } from '@jsquash/jxl/decode.js'
import encodeWith, { init as initEncoder } from '@jsquash/jxl/encode.js'

/** libjxl as WebAssembly, for sharp's builds leave JPEG XL out. Samples are RGBA, 8 bits, row by row. */
interface Picture {
  readonly width: number
  readonly height: number
  readonly data: Uint8ClampedArray<ArrayBuffer>
}

const require = createRequire(import.meta.url)

/** Starts a module once. The glue code wants the compiled module where its types say options. */
function starting(init: (module: never) => Promise<unknown>, file: string): () => Promise<unknown> {
  let started: Promise<unknown> | null = null
  const start = async () => {
    const module = await WebAssembly.compile(await readFile(require.resolve(`@jsquash/jxl/codec/${file}`)))
    return init(module as never)
  }
  return () => {
    started ??= start()
    return started
  }
}

const encoder = starting(initEncoder, 'enc/jxl_enc.wasm')
const decoder = starting(initDecoder, 'dec/jxl_dec.wasm')

/** Node has no ImageData, which the decoder makes its answer of. */
class PlainImageData {
  readonly colorSpace = 'srgb'
  constructor(
    readonly data: Uint8ClampedArray<ArrayBuffer>,
    readonly width: number,
    readonly height: number,
  ) {}
}

/** A bare JPEG XL codestream, lossless. */
export async function encodeJxl({ width, height, data }: Picture): Promise<Uint8Array<ArrayBuffer>> {
  await encoder()
  return new Uint8Array(await encodeWith(new PlainImageData(data, width, height) as ImageData, { lossless: true }))
}

/** The first frame. @throws when libjxl cannot decode it. */
export async function decodeJxl(bytes: Uint8Array): Promise<Picture> {
  if (!('ImageData' in globalThis)) Object.assign(globalThis, { ImageData: PlainImageData })
  await decoder()
  const { width, height, data } = await decodeWith(Uint8Array.from(bytes).buffer)
  return { width, height, data: Uint8ClampedArray.from(data) }
}
