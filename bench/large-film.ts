import { fork } from 'node:child_process'
import { once } from 'node:events'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { writeLargeFilm } from '../tests/support/large-film'
import type { FilmAnswer } from './film-process'
import { median } from './print-table'

/** One sentence on what a film of two gigabytes costs, in a process that has done nothing else. */
export async function largeFilm(folder: string): Promise<string> {
  const path = join(folder, 'film.mp4')
  writeLargeFilm(path)
  const child = fork(fileURLToPath(new URL('./film-process.ts', import.meta.url)), {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  child.send(path)
  const [answer] = (await once(child, 'message')) as [FilmAnswer]
  const { inspecting, cleaning, memory, bytesRead } = answer
  const all = inspecting.map((time, run) => time + (cleaning[run] ?? 0))
  const read = bytesRead === null ? '' : `, ${(bytesRead / 1e6).toFixed(1)} MB read`
  return (
    `A film of ${(statSync(path).size / 2 ** 30).toFixed(2)} GiB: inspected, cleaned and proved in ${all[0]?.toFixed(0)} ms ` +
    `(first run of a new process; then ${median(inspecting).toFixed(0)} ms + ${median(cleaning).toFixed(0)} ms), ` +
    `${(memory / 2 ** 20).toFixed(0)} MiB of memory above the start${read}.`
  )
}
