import { openAsBlob, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { FormatName } from '../src/formats/format'
import { createEngine } from '../src/review/engine'
import { timeOf } from './compare'

export const FLOOR_HEAD = [
  'format',
  'file',
  'MB',
  'readFile ms',
  'Blob ms',
  'inspect ms',
  'clean ms',
  'clean ÷ Blob',
  'bytes read ÷ bytes',
]

/**
 * Our own work on one file on the disk, beside reading that file once: as the system does, and through a Blob,
 * which is how a browser's pages get at a file. Cleaning includes the walk that proves the
 * result and not the copying of the result, which the upload does.
 */
export async function floorOf(format: FormatName, name: string, path: string): Promise<string[]> {
  const size = (await openAsBlob(path)).size
  // A new engine each time: it remembers what it learned about a file.
  const engineFor = () => createEngine({ decode: async () => 'cannot-tell' })
  const open = async () => new File([await openAsBlob(path)], name)
  const clean = async () => {
    const cleaning = await engineFor().clean(await open())
    if (cleaning.outcome === 'refused') throw new Error(`${name}: ${cleaning.reason}`)
  }
  await clean()
  const before = bytesReadByProcess()
  await clean()
  const read = before === null ? null : (bytesReadByProcess() ?? 0) - before
  const [reading, floor, inspecting, cleaning] = [
    await timeOf(() => readFile(path)),
    await timeOf(async () => (await open()).arrayBuffer()),
    await timeOf(async () => engineFor().inspect(await open())),
    await timeOf(clean),
  ]
  return [
    format,
    name,
    (size / 1e6).toFixed(1),
    reading.toFixed(1),
    floor.toFixed(1),
    inspecting.toFixed(1),
    cleaning.toFixed(1),
    (cleaning / floor).toFixed(2),
    read === null ? '–' : `${((100 * read) / size).toFixed(1)} %`,
  ]
}

/** Bytes that this process asked the system for, from any thread; null where the system does not tell. */
function bytesReadByProcess(): number | null {
  try {
    return Number(/^rchar: (\d+)$/m.exec(readFileSync('/proc/self/io', 'utf8'))?.[1])
  } catch {
    return null
  }
}
