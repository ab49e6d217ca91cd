/** The command line of the engine; see USAGE in check/options.ts. */
import { rmSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type CheckOrder, lineWithTrouble } from './check/check-file'
import { CONTACT_SHEET, writeContactSheet } from './check/contact-sheet'
import { copyPlaces } from './check/copy-places'
import { languageOf } from './check/language-of'
import { exitStatus, type Line } from './check/line'
import { type Listed, listFiles } from './check/list-files'
import { type Options, parseOptions, USAGE } from './check/options'
import { createPool } from './check/pool'
import { printLine, summaryOf } from './check/print-line'
import { progressOn } from './check/progress'
import { languagesOnDisk, wordsFromDisk } from './words-from-disk'

/** Milliseconds for one file: what takes a minute is meant to hang, unless it is so large that a slow disk needs longer. */
const limitFor = (bytes: number) => 60_000 + bytes / 5000

/** Looking into a picture takes longer than reading what a file says. */
const HIDING_FACTOR = 5

// A reader that has seen enough, such as `head`, closes the pipe: not everything was said.
process.stdout.on('error', () => process.exit(2))

const parsed = parseOptions(process.argv.slice(2))
if (parsed.is === 'options') await check(parsed.options)
else if (parsed.is === 'help') process.stdout.write(USAGE)
else {
  process.stderr.write(`${parsed.problem}\n\n${USAGE}`)
  process.exitCode = 64
}

async function check({ json, clean, hide, force, paths }: Options): Promise<void> {
  // npm changes to the package's folder and says where it was called.
  const base = process.env.INIT_CWD ?? process.cwd()
  const language = languageOf(process.env, languagesOnDisk())
  const words = wordsFromDisk(language)
  const files = await listFiles(paths, base, clean)
  const placeOf = copyPlaces(files, base, clean, force)
  const pool = createPool<CheckOrder, Line>({
    script: fileURLToPath(new URL('./check/child.ts', import.meta.url)),
    args: [language],
    processes: Math.min(availableParallelism(), 8),
  })

  const lineOf = async (file: Listed): Promise<Line> => {
    if (file.state !== 'file') return lineWithTrouble(file.shown, file.state, words)
    const order = { shown: file.shown, path: file.path, hide, ...(await placeOf(file)) }
    const answer = await pool.run(order, limitFor(file.bytes) * (hide.length > 0 ? HIDING_FACTOR : 1))
    if (typeof answer !== 'string') return answer
    if (order.copy) rmSync(order.copy.unfinished, { force: true })
    return lineWithTrouble(file.shown, answer === 'failed' ? 'worker-failed' : answer, words)
  }

  const progress = progressOn(process.stderr, files.length)
  const coming = files.map(async (file) => {
    const line = await lineOf(file).catch((error: unknown) => {
      console.error(error)
      return lineWithTrouble(file.shown, 'worker-failed', words)
    })
    progress.step()
    return line
  })
  const lines: Line[] = []
  for (const next of coming) {
    const line = await next
    progress.clear()
    process.stdout.write(`${json ? JSON.stringify(line) : printLine(line, words)}\n`)
    lines.push(line)
  }
  pool.close()
  const sheet = hide.length > 0 && clean !== null && lines.some(({ cleaned }) => cleaned !== null)
  const untold = sheet && !(await writeContactSheet(lines, resolve(base, clean), base, force, words))
  if (untold) process.stderr.write(`${CONTACT_SHEET}: ${words.t('check.copy-exists')}\n`)
  if (!json) process.stdout.write(`\n${summaryOf(lines, words)}\n`)
  process.exitCode = untold ? 2 : exitStatus(lines)
}
