import { env, InferenceSession, Tensor } from 'onnxruntime-web/wasm'
import type { RunTextModel } from './find-text'

/**
 * Compiles the model that finds text and returns what runs it on the processor, in one thread.
 * @throws when WebAssembly or its SIMD instructions are missing, or memory is.
 */
export async function startTextModel(wasm: Uint8Array<ArrayBuffer>, model: Uint8Array): Promise<RunTextModel> {
  env.wasm.numThreads = 1
  env.wasm.wasmBinary = wasm.buffer
  const session = await InferenceSession.create(model, { executionProviders: ['wasm'], logSeverityLevel: 4 })
  const [input] = session.inputNames
  const [output] = session.outputNames
  if (!input || !output) throw new Error('not the model that finds text')
  return async (values, { width, height }) => {
    const tensor = new Tensor('float32', values, [1, 3, height, width])
    const map = (await session.run({ [input]: tensor }))[output]
    if (map?.type !== 'float32') throw new Error('not the model that finds text')
    const probabilities = (await map.getData()) as Float32Array
    if (probabilities.length !== width * height) throw new Error('not the model that finds text')
    return probabilities
  }
}
