/** Tries the engine on mutated files; tests/fuzz/README.md says what it looks for. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { FormatName } from '../src/formats/format-facts'
import type { Answer } from '../tests/fuzz/case'
import { GpsOracle } from '../tests/fuzz/gps-oracle'
import { type Bytes, brokenPhoto } from '../tests/fuzz/mutate'
import { FORMAT_NAMES, seedsOf } from '../tests/fuzz/seeds'
import { Thread } from '../tests/fuzz/thread'

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '2000' },
    first: { type: 'string', default: '0' },
    format: { type: 'string', multiple: true },
    seed: { type: 'string', default: '1' },
    keep: { type: 'string' },
    threads: { type: 'string', default: String(Math.min(availableParallelism(), 8)) },
  },
})
const [cases, first, seed, threads] = [values.cases, values.first, values.seed, values.threads].map(Number) as [
  number,
  number,
  number,
  number,
]

/** For one file. */
const MAX_CASE_MS = 2_000

let failures = 0
for (const format of FORMAT_NAMES) if (!values.format || values.format.includes(format)) await fuzz(format)
process.exitCode = failures > 0 ? 1 : 0

async function fuzz(format: FormatName): Promise<void> {
  const seeds = await seedsOf(format)
  const counts = { cleaned: 0, 'nothing-found': 0, refused: 0 }
  const times: number[] = []
  const problems: string[] = []

  const fail = (index: number, what: string) => {
    problems.push(`${format} case ${index}: ${what}`)
    if (values.keep) keep(`${format}-${seed}-${index}.${format}`, brokenPhoto(seed, format, index, seeds))
  }
  const oracle = new GpsOracle(format, (index, tags) => fail(index, `released, and holds a place: ${tags}`))

  const suspects: number[] = []
  const take = async (thread: Thread, index: number): Promise<void> => {
    const answer = await thread.run(index)
    if (answer === 'hang' || (typeof answer !== 'string' && answer.milliseconds > MAX_CASE_MS)) suspects.push(index)
    else if (answer === 'out of memory') fail(index, answer)
    else note(index, answer)
  }
  // A machine with other work to do may have been slow; alone, what counts is the processor's time.
  const takeAgain = async (thread: Thread, index: number): Promise<void> => {
    await thread.ready()
    const before = process.cpuUsage()
    const answer = await thread.run(index)
    const { user, system } = process.cpuUsage(before)
    if (typeof answer === 'string') return fail(index, answer)
    note(index, { ...answer, milliseconds: (user + system) / 1000 })
  }
  const note = (index: number, { outcome, milliseconds, problem, released }: Answer) => {
    counts[outcome]++
    times.push(milliseconds)
    if (problem) fail(index, problem)
    if (milliseconds > MAX_CASE_MS) fail(index, `took ${Math.round(milliseconds)} ms`)
    if (released) oracle.add(index, released)
  }

  let next = first
  const work = async () => {
    const thread = new Thread({ format, seed, seeds })
    while (next < first + cases) await take(thread, next++)
    await thread.close()
  }
  await Promise.all(Array.from({ length: threads }, work))
  const alone = new Thread({ format, seed, seeds })
  for (const index of suspects) await takeAgain(alone, index)
  await alone.close()
  await oracle.close()

  times.sort((a, b) => a - b)
  const [median = 0, slowest = 0] = [times[times.length >> 1], times.at(-1)]
  console.log(
    `${format}: ${cases} cases of ${seeds.length} seeds, ${counts.refused} refused, ${counts.cleaned} cleaned, ` +
      `${counts['nothing-found']} with nothing found, ${oracle.asked} shown to ExifTool` +
      `${oracle.unjudged > 0 ? ` (${oracle.unjudged} without an answer)` : ''}, ` +
      `median ${median.toFixed(1)} ms, slowest ${Math.round(slowest)} ms, ${problems.length} failures`,
  )
  for (const problem of problems.slice(0, 20)) console.log(`  ${problem}`)
  failures += problems.length
}

function keep(name: string, bytes: Bytes): void {
  const folder = values.keep ?? ''
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, name), bytes)
}
