import { inMemory } from '../bridge/in-memory'
import type { Decode } from '../clean/prove'
import { createEngine } from './engine'
import type { Cleaning } from './engine-contract'
import { serveCalls } from './serve-calls'

/** Firefox decodes no Blob of fresh bytes and slices of a file; these decoded only once their bytes were gathered. */
const scattered = new WeakSet<Blob>()

/** A Worker has no video element and no SVG renderer; for those the walk over the parts is the whole proof. */
const decode: Decode = async (blob, format) => {
  if (format === 'mp4' || format === 'svg') return 'cannot-tell'
  if (await decodes(blob)) return 'decoded'
  if (!(await decodes(new Blob([await blob.arrayBuffer()], { type: blob.type })))) return 'not-decodable'
  scattered.add(blob)
  return 'decoded'
}

async function decodes(blob: Blob): Promise<boolean> {
  try {
    const bitmap = await createImageBitmap(blob)
    bitmap.close()
    return true
  } catch {
    return false
  }
}

/** The page may decode the copy in the same way, for its preview, so it gets bytes that every browser can decode. */
async function gathered(cleaning: Cleaning): Promise<Cleaning> {
  if (cleaning.outcome !== 'cleaned' || !scattered.has(cleaning.file)) return cleaning
  return { ...cleaning, file: await inMemory(cleaning.file) }
}

const engine = createEngine({ decode })

serveCalls({ inspect: (file) => engine.inspect(file), clean: async (file) => gathered(await engine.clean(file)) })
