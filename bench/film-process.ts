/** Inspects and cleans the film that it is given, in a process of its own, and answers with what that took. */
import { openAsBlob } from 'node:fs'
import { createEngine } from '../src/review/engine'
import { bytesReadByProcess } from './floor'

export interface FilmAnswer {
  /** Milliseconds of each run; the first one compiles the code as well. */
  readonly inspecting: readonly number[]
  readonly cleaning: readonly number[]
  /** By which the process grew at most in its first run, in bytes. */
  readonly memory: number
  /** Null where the system does not tell. */
  readonly bytesRead: number | null
}

const RUNS = 7

/** The most memory that the process had so far, in bytes. */
const peak = () => process.resourceUsage().maxRSS * 1024

process.on('message', async (path: string) => {
  const inspecting: number[] = []
  const cleaning: number[] = []
  const [memoryBefore, readBefore] = [peak(), bytesReadByProcess()]
  let [memory, bytesRead]: [number, number | null] = [0, null]
  for (let run = 0; run < RUNS; run++) {
    const engine = createEngine({ decode: async () => 'cannot-tell' })
    const file = new File([await openAsBlob(path)], 'film.mp4')
    const start = performance.now()
    await engine.inspect(file)
    const middle = performance.now()
    const { outcome } = await engine.clean(file)
    cleaning.push(performance.now() - middle)
    inspecting.push(middle - start)
    if (outcome !== 'cleaned') throw new Error(`the film was ${outcome}`)
    if (run > 0) continue
    memory = peak() - memoryBefore
    const readAfter = bytesReadByProcess()
    bytesRead = readBefore === null || readAfter === null ? null : readAfter - readBefore
  }
  const answer: FilmAnswer = { inspecting, cleaning, memory, bytesRead }
  process.send?.(answer)
  process.disconnect()
})
