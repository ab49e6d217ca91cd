/**
 * Everything that CI runs, in one command: `npm test`; one part of it with `npm test -- --only quick|photos|browsers`, for
 * jobs that run beside each other. Ends with where the time went and one line, `N passed, N failed, N skipped`.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { WHENCE } from '../tests/support/corpus'
import { findChromium, findFirefox } from './programs.mjs'
import { run, toolOf } from './run'
import { countTests, type Tally } from './tally'

/** The parts, quickest first, so that a plain mistake shows early. */
const PARTS = ['quick', 'photos', 'browsers'] as const
type Part = (typeof PARTS)[number]

/** What is done, the script that does it, and its arguments. */
type Step = readonly [what: string, script: string, args: readonly string[]]

const wanted = partsOf(process.argv.slice(2))
const total: Tally = { passed: 0, failed: 0, skipped: 0 }
const failures: string[] = []
const times: { readonly what: string; readonly seconds: number }[] = []

/** setup.mjs has made sure of both; where they are not, the tests that need them say so. */
const browsers = { PAUSEPHOTO_CHROMIUM: findChromium(), PAUSEPHOTO_FIREFOX: findFirefox() }
/** A process a core. By itself vitest keeps a core free, of two too; but ExifTool is waited for half of the time. */
const WORKERS = Math.max(2, Math.min(availableParallelism(), 4))
/** What vite says to people who write its configuration, four times in a run. */
process.env.VITE_CONFIG_NATIVE_IGNORE_WARNING = 'true'

const wxt = toolOf('wxt')

const CHECKS: readonly Step[] = [
  ['lint and format', toolOf('@biomejs/biome', 'biome'), ['check', '.']],
  ['types', toolOf('typescript', 'tsc'), ['--noEmit']],
  [
    'types of the code without extension or Node APIs',
    toolOf('typescript', 'tsc'),
    ['--noEmit', '-p', 'tsconfig.pure.json'],
  ],
  ['unused files, exports and packages', toolOf('knip'), []],
]
const BUILDS: readonly Step[] = [
  ['build for Chrome and Edge', wxt, ['build', '-b', 'chrome', '--mv3']],
  ['build for Firefox', wxt, ['build', '-b', 'firefox', '--mv3']],
  ['build the page for phones', toolOf('tsx'), ['scripts/build-web.ts']],
]

await step(['types of the extension', wxt, ['prepare']])
if (wanted.has('quick')) await together(CHECKS)
const isBuilt = (wanted.has('quick') || wanted.has('browsers')) && (await together(BUILDS))
if (wanted.has('quick')) {
  await testProject('unit*')
  await testBuilt('built')
}
if (wanted.has('photos')) {
  console.log(`photos to test with: ${WHENCE}`)
  await testProject('photos')
  await step(['photos broken on purpose, 500 a format', toolOf('tsx'), ['scripts/fuzz.ts', '--cases', '500']])
}
if (wanted.has('browsers')) await testBuilt('e2e')

title('result')
for (const { what, seconds } of times) console.log(`${String(Math.round(seconds)).padStart(5)} s  ${what}`)
for (const failure of failures) console.log(`failed: ${failure}`)
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
process.exitCode = total.failed === 0 ? 0 : 1

/** Returns the parts that the arguments name: all without `--only`. Ends the process on a name that is none. */
function partsOf(args: readonly string[]): ReadonlySet<Part> {
  if (args.length === 0) return new Set(PARTS)
  const part = PARTS.find((name) => args[0] === '--only' && args.length === 2 && name === args[1])
  if (part) return new Set([part])
  console.error(`usage: npm test [-- --only ${PARTS.join('|')}]`)
  process.exit(64)
}

/** Runs tests that look into the built extension or drive it. */
async function testBuilt(project: string): Promise<void> {
  if (isBuilt) await testProject(project)
  else add(`tests: ${project}, which need the builds`, { passed: 0, failed: 1, skipped: 0 })
}

/** Runs steps beside each other: one alone leaves cores idle. What each prints is shown once it has ended. */
async function together(steps: readonly Step[]): Promise<boolean> {
  const all = steps.map(async (one) => {
    const printed: Buffer[] = []
    const passed = await timed(one, (text) => printed.push(text))
    title(one[0])
    process.stdout.write(Buffer.concat(printed))
    return passed
  })
  return (await Promise.all(all)).every(Boolean)
}

async function step(one: Step): Promise<boolean> {
  title(one[0])
  return timed(one)
}

async function timed([what, script, args]: Step, say?: (printed: Buffer) => void): Promise<boolean> {
  const from = performance.now()
  const passed = (await run(script, args, {}, say)) === 0
  times.push({ what, seconds: (performance.now() - from) / 1000 })
  add(what, passed ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 })
  return passed
}

async function testProject(project: string): Promise<void> {
  title(`tests: ${project}`)
  const folder = mkdtempSync(join(tmpdir(), 'pausephoto-test-'))
  const report = join(folder, 'report.json')
  const args = [
    'run',
    '--project',
    project,
    `--maxWorkers=${WORKERS}`,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]
  const from = performance.now()
  const status = await run(toolOf('vitest'), args, browsers)
  times.push({ what: `tests: ${project}`, seconds: (performance.now() - from) / 1000 })
  const text = existsSync(report) ? readFileSync(report, 'utf8') : null
  rmSync(folder, { recursive: true })
  add(`tests: ${project}`, countTests(text, status))
}

function add(what: string, { passed, failed, skipped }: Tally): void {
  total.passed += passed
  total.failed += failed
  total.skipped += skipped
  if (failed > 0) failures.push(`${what} (${failed})`)
}

function title(text: string): void {
  const seconds = Math.round(performance.now() / 1000)
  console.log(`\n── ${text} ── ${seconds} s`)
}
