import { readFile } from 'node:fs/promises'
import sharp from 'sharp'
import { TEXT_FILES } from '../../src/pictures/detect/engine-files'
import { findText, type RunTextModel, textSizeOf } from '../../src/pictures/detect/find-text'
import type { FoundText } from '../../src/pictures/detect/found-text'
import { startTextModel } from '../../src/pictures/detect/onnxruntime'
import { ENGINE_SOURCES } from '../face-engine'

let started: Promise<RunTextModel> | undefined

/**
 * Returns where text is in a picture, with the engine and the model of the extension.
 * @throws when sharp cannot decode it.
 */
export async function textIn(bytes: Uint8Array): Promise<FoundText> {
  started ??= start()
  const upright = sharp(bytes).rotate().flatten({ background: '#fff' }).toColourspace('srgb').ensureAlpha()
  const { data, info } = await upright.raw().toBuffer({ resolveWithObject: true })
  const { width, height } = info
  const size = textSizeOf({ width, height })
  const raw = { raw: { width, height, channels: 4 } } as const
  const pixels = await sharp(data, raw).resize(size.width, size.height, { fit: 'fill' }).raw().toBuffer()
  return { width, height, boxes: await findText({ width, height }, { ...size, data: pixels }, await started) }
}

async function start(): Promise<RunTextModel> {
  const bytesOf = async (file: string) => {
    const source = ENGINE_SOURCES.find(({ to }) => to === file)
    if (!source) throw new Error(`no ${file}`)
    return new Uint8Array(await readFile(source.path))
  }
  return startTextModel(await bytesOf(TEXT_FILES.wasm), await bytesOf(TEXT_FILES.model))
}
