/** A thread that mutates, inspects and cleans one file after another and tells what came of it. */
import { parentPort, workerData } from 'node:worker_threads'
import { AllocationWatch } from './allocation-watch'
import type { Answer, WorkerData } from './case'
import { type Bytes, brokenPhoto } from './mutate'

const { format, seed, seeds } = workerData as WorkerData

const watch = new AllocationWatch()
// Loaded behind the watch, so that every buffer of theirs is seen.
const { createEngine } = await import('../../src/review/engine')
const { fileFrom } = await import('../../src/bridge/recipe')

let complaint = ''
console.error = (error: unknown) => {
  complaint = error instanceof Error ? (error.stack ?? error.message) : String(error)
}

parentPort?.on('message', async (index: number) => {
  const input = brokenPhoto(seed, format, index, seeds)
  complaint = ''
  watch.reset()
  const begin = performance.now()
  const { outcome, released } = await tryOut(input)
  const milliseconds = performance.now() - begin
  const allowed = 4 * input.length + 16 * 1024 * 1024
  const problem =
    complaint || (watch.largest > allowed ? `${watch.largest} bytes in one piece for a file of ${input.length}` : null)
  const answer: Answer = { index, outcome, milliseconds, problem, released }
  parentPort?.postMessage(answer)
})

/** What the engine does, and the bytes that would go to the site without another question. */
async function tryOut(input: Bytes): Promise<Pick<Answer, 'outcome' | 'released'>> {
  try {
    const engine = createEngine({ decode: async () => 'cannot-tell' })
    const file = new File([input], `photo.${format}`)
    const { outcome } = await engine.inspect(file)
    if (outcome === 'nothing-found') return { outcome, released: input }
    const cleaning = await engine.clean(file)
    if (cleaning.outcome === 'refused') return { outcome: 'refused', released: null }
    return { outcome: 'cleaned', released: new Uint8Array(await fileFrom(cleaning.recipe, file).arrayBuffer()) }
  } catch (error) {
    complaint = error instanceof Error ? (error.stack ?? error.message) : String(error)
    return { outcome: 'refused', released: null }
  }
}

parentPort?.postMessage('ready')
