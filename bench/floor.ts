import { openAsBlob, readFileSync } from 'node:fs'
import { sourceOf } from '../src/formats/core/source'
import type { FormatName } from '../src/formats/format-facts'
import { createEngine } from '../src/review/engine'
import { median } from './print-table'

export const FLOOR_HEAD = [
  'format',
  'file',
  'MB',
  'read once ms',
  'inspect ms',
  'inspect + clean ms',
  '÷ read once',
  'bytes read ÷ bytes',
]

/** As large as those in which our walk through a JPEG reads. */
const WINDOW = 512 * 1024

/** Runs before any that counts, so that code is compiled and the file lies in memory; then so many, or for so long. */
const RUNS = { warming: 10, most: 101, milliseconds: 4000 }

/**
 * Our own work on one file on the disk, beside reading that file once from front to back, through the same Source and piece by
 * piece, in turn; the middle run of each counts. Cleaning includes the walk that proves the result, and neither a decoder nor the
 * copying of the result, which the upload does.
 */
export async function floorOf(format: FormatName, name: string, path: string): Promise<string[]> {
  const open = async () => new File([await openAsBlob(path)], name)
  const { size } = await open()
  const times = { reading: [] as number[], inspecting: [] as number[], all: [] as number[] }
  let bytes: number | null = null
  const begin = performance.now()
  for (let run = -RUNS.warming; run < RUNS.most; run++) {
    if (run > 10 && performance.now() - begin > RUNS.milliseconds) break
    const reading = await timeOf(open, readOnce)
    const before = bytesReadByProcess()
    const { inspecting, all } = await work(await open())
    const after = bytesReadByProcess()
    if (run < 0) continue
    times.reading.push(reading)
    times.inspecting.push(inspecting)
    times.all.push(all)
    bytes = before === null || after === null ? null : after - before
  }
  const [reading, inspecting, all] = [times.reading, times.inspecting, times.all].map(median) as [
    number,
    number,
    number,
  ]
  return [
    format,
    name,
    (size / 1e6).toFixed(1),
    reading.toFixed(1),
    inspecting.toFixed(1),
    all.toFixed(1),
    (all / reading).toFixed(2),
    bytes === null ? '–' : `${((100 * bytes) / size).toFixed(1)} %`,
  ]
}

async function timeOf(open: () => Promise<File>, work: (file: File) => Promise<unknown>): Promise<number> {
  const file = await open()
  const start = performance.now()
  await work(file)
  return performance.now() - start
}

async function readOnce(file: File): Promise<void> {
  const source = sourceOf(file)
  for (let at = 0; at < source.size; at += WINDOW) await source.read(at, Math.min(at + WINDOW, source.size))
}

/** A new engine each time: it remembers what it learned about a file. */
async function work(file: File): Promise<{ inspecting: number; all: number }> {
  const engine = createEngine({ decode: async () => 'cannot-tell' })
  const start = performance.now()
  await engine.inspect(file)
  const inspecting = performance.now() - start
  const cleaning = await engine.clean(file)
  if (cleaning.outcome === 'refused') throw new Error(`${file.name}: ${cleaning.reason}`)
  return { inspecting, all: performance.now() - start }
}

/** Bytes that this process asked the system for, from any thread; null where the system does not tell. */
export function bytesReadByProcess(): number | null {
  try {
    return Number(/^rchar: (\d+)$/m.exec(readFileSync('/proc/self/io', 'utf8'))?.[1])
  } catch {
    return null
  }
}
