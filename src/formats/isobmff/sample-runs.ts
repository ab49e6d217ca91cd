import { concat, u32be } from '../core/bytes'
import type { Reader } from '../core/reader'
import type { Entry } from './run-lengths'
import type { Samples } from './sample-times'

/** Sample numbers, from 0: `from` (inclusive) to `to` (exclusive). */
export interface Run {
  readonly from: number
  readonly to: number
}

/** Returns the entries of the samples in the runs, neighbours of one value as one. */
export function ofRuns(entries: readonly Entry[], runs: readonly Run[]): Entry[] {
  const out: Entry[] = []
  let [index, first] = [0, 0]
  for (const { from, to } of runs) {
    for (let at = from; at < to; ) {
      const entry = entries[index]
      if (!entry) break
      if (first + entry.count <= at) {
        first += entry.count
        index++
        continue
      }
      const count = Math.min(to, first + entry.count) - at
      push(out, { count, value: entry.value })
      at += count
    }
  }
  return out
}

function push(entries: Entry[], { count, value }: Entry): void {
  const last = entries.at(-1)
  if (count <= 0) return
  if (last && last.value === value) entries[entries.length - 1] = { count: last.count + count, value }
  else entries.push({ count, value })
}

/** Returns the entries of stts of the samples in the runs; the last sample of a run lasts until the next run begins. */
export function durations(entries: readonly Entry[], runs: readonly Run[], samples: Samples): Entry[] {
  const out: Entry[] = []
  for (const [index, run] of runs.entries()) {
    const own = ofRuns(entries, [run])
    const next = runs[index + 1]
    const last = own.pop()
    for (const entry of own) push(out, entry)
    if (!last) continue
    const missing = next ? samples.decodeTimeOf(next.from) - samples.decodeTimeOf(run.to) : 0
    push(out, { count: last.count - 1, value: last.value })
    push(out, { count: 1, value: last.value + missing })
  }
  return out
}

/** Writes a count, and entries of a count and a value: big-endian, 32 bits each. */
export function entriesOf(entries: readonly Entry[]): Uint8Array<ArrayBuffer> {
  return numbersOf(
    entries.flatMap(({ count, value }) => [count, value]),
    entries.length,
  )
}

/** Writes a count and numbers: big-endian, 32 bits each. */
export function numbersOf(values: readonly number[], count = values.length): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(4 + 4 * values.length)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, count)
  for (const [index, value] of values.entries()) view.setUint32(4 + 4 * index, value)
  return bytes
}

/** Returns an unsigned integer of 64 bits, most significant byte first. */
export function u64be(value: number): Uint8Array<ArrayBuffer> {
  return concat(u32be(Math.floor(value / 2 ** 32)), u32be(value))
}

/** Reads stss behind version and flags, and returns the numbers, from 1, that its samples have among those that stay. */
export function renumbered(reader: Reader, runs: readonly Run[]): number[] {
  const numbers: number[] = []
  let [index, before] = [0, 0]
  for (let left = Math.min(reader.u32(), Math.floor(reader.remaining / 4)); left > 0; left--) {
    const sample = reader.u32() - 1
    for (let run = runs[index]; run && sample >= run.to; run = runs[++index]) before += run.to - run.from
    const run = runs[index]
    if (run && sample >= run.from) numbers.push(before + sample - run.from + 1)
  }
  return numbers
}

/** Reads stsz behind version and flags, and returns the same of the samples in the runs: one size for all and their number, or a size for each. */
export function sizesOf(reader: Reader, runs: readonly Run[]): Uint8Array<ArrayBuffer> {
  const each = reader.u32()
  const count = runs.reduce((sum, { from, to }) => sum + to - from, 0)
  if (each !== 0) return concat(u32be(each), u32be(count))
  const table = reader.position + 4
  return concat(
    u32be(0),
    u32be(count),
    ...runs.map(({ from, to }) => reader.seek(table + 4 * from).take(4 * (to - from))),
  )
}
