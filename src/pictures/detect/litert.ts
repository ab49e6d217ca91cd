import { loadAndCompile, loadLiteRt, Tensor } from '@litertjs/core'
import { MODELS, type Model, type RunModel } from './find-faces'
import { BOXES_LENGTH, SCORES_LENGTH } from './read-output'
import { TILE_PIXELS } from './tiles'

/**
 * Compiles both models and returns what runs them on the processor. What loads the engine's own script differs between
 * browsers and Node and is set up before.
 * @throws when WebAssembly or its SIMD instructions are missing, or memory is.
 */
export async function startModels(bytesOf: (model: Model) => Promise<Uint8Array>): Promise<RunModel> {
  // A full file name keeps LiteRT from choosing among builds of which only this one is there.
  await loadLiteRt('litert_wasm_compat_internal.js')
  const compile = async (model: Model) => loadAndCompile(await bytesOf(model), { accelerator: 'wasm' })
  const [sparse, dense] = await Promise.all(MODELS.map(compile))
  if (!sparse || !dense) throw new Error('a model is missing')
  const compiled = { sparse, dense }

  return async (model, input) => {
    const tensor = new Tensor(input, [1, TILE_PIXELS, TILE_PIXELS, 3])
    try {
      const outputs = await compiled[model].run(tensor)
      const arrays = outputs.map((output) => {
        const values = Float32Array.from(output.toTypedArray())
        output.delete()
        return values
      })
      const boxes = arrays.find(({ length }) => length === BOXES_LENGTH)
      const scores = arrays.find(({ length }) => length === SCORES_LENGTH)
      if (!boxes || !scores) throw new Error('not a full-range model')
      return { boxes, scores }
    } finally {
      // Nothing in the engine's memory is collected by itself.
      tensor.delete()
    }
  }
}
