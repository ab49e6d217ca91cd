import type { Decode } from '../clean/prove'
import { FORMAT_FACTS } from '../formats/format-facts'
import { serveCalls } from '../workers/serve-calls'
import { createEngine } from './engine'
import type { EngineCalls } from './engine-client'

/** A Worker has no video element and no SVG renderer; for those the walk over the parts is the whole proof. */
const decode: Decode = async (file, format) => {
  if (!FORMAT_FACTS[format].decodesInWorker) return 'cannot-tell'
  try {
    const bitmap = await createImageBitmap(file.blob)
    bitmap.close()
    return 'decoded'
  } catch {
    return 'not-decodable'
  }
}

const engine = createEngine({ decode })

serveCalls<EngineCalls>({ inspect: (file) => engine.inspect(file), clean: (file) => engine.clean(file) })
