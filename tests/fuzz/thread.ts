import { Worker } from 'node:worker_threads'
import type { Answer, WorkerData } from './case'

/** Milliseconds after which a thread is ended. */
const LIMIT_MS = 20_000

/** Megabytes of heap for the engine's code, ExifTool's answers and one file of at most a megabyte. */
const HEAP = 96

/** A thread does not inherit what makes Node read TypeScript. */
const TSX = import.meta.resolve('tsx/esm/api')
const SCRIPT = new URL('./worker.ts', import.meta.url).href
const START = `import(${JSON.stringify(TSX)}).then(({ register }) => (register(), import(${JSON.stringify(SCRIPT)})))`

/** One thread that tries out mutated files, and is replaced when it hangs or runs out of memory. */
export class Thread {
  private worker: Promise<Worker> | null = null

  constructor(private readonly data: WorkerData) {}

  /** @returns the answer, or what became of the thread. */
  async run(index: number): Promise<Answer | 'hang' | 'out of memory'> {
    const worker = await this.start()
    const result = await new Promise<Answer | 'hang' | 'out of memory'>((resolve) => {
      const timer = setTimeout(() => resolve('hang'), LIMIT_MS)
      const settle = (answer: Answer | 'out of memory') => {
        clearTimeout(timer)
        worker.off('message', settle)
        worker.off('error', failed)
        resolve(answer)
      }
      const failed = () => settle('out of memory')
      worker.on('message', settle)
      worker.on('error', failed)
      worker.postMessage(index)
    })
    if (typeof result === 'string') await this.close()
    return result
  }

  async close(): Promise<void> {
    const worker = await this.worker
    this.worker = null
    await worker?.terminate()
  }

  /** Resolves when the thread can take a case. */
  async ready(): Promise<void> {
    await this.start()
  }

  private start(): Promise<Worker> {
    this.worker ??= new Promise((resolve, reject) => {
      const worker = new Worker(START, {
        eval: true,
        workerData: this.data,
        resourceLimits: { maxOldGenerationSizeMb: HEAP },
      })
      worker.once('error', reject)
      worker.once('message', () => {
        worker.off('error', reject)
        resolve(worker)
      })
    })
    return this.worker
  }
}
