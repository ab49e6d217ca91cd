/** Everything that CI runs, in one command: `npm test`. Ends with one line, `N passed, N failed, N skipped`. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { WHENCE } from '../tests/support/corpus'
import { findChromium, findFirefox } from './programs.mjs'
import { run, toolOf } from './run'
import { countTests, type Tally } from './tally'

/** Vitest projects, quickest first, so that a plain mistake shows early. */
const SOURCE_PROJECTS = ['unit', 'photos']
/** Those that look into the built extension or drive it. */
const BUILT_PROJECTS = ['built', 'e2e']

const total: Tally = { passed: 0, failed: 0, skipped: 0 }
const failures: string[] = []

/** setup.mjs has made sure of both; where they are not, the tests that need them say so. */
const browsers = { PAUSEPHOTO_CHROMIUM: findChromium(), PAUSEPHOTO_FIREFOX: findFirefox() }
/** A process a core. By itself vitest keeps a core free, of two too; but ExifTool is waited for half of the time. */
const WORKERS = Math.max(2, Math.min(availableParallelism(), 4))
/** One more where browsers are driven: a driver uses six tenths of a core. */
const DRIVERS = WORKERS + 1
/** What vite says to people who write its configuration, four times in a run. */
process.env.VITE_CONFIG_NATIVE_IGNORE_WARNING = 'true'

const wxt = toolOf('wxt')

await step('types of the extension', wxt, ['prepare'])
await step('lint and format', toolOf('@biomejs/biome', 'biome'), ['check', '.'])
await step('types', toolOf('typescript', 'tsc'), ['--noEmit'])
await step('types of the code without extension or Node APIs', toolOf('typescript', 'tsc'), [
  '--noEmit',
  '-p',
  'tsconfig.pure.json',
])
const forChrome = await step('build for Chrome and Edge', wxt, ['build', '-b', 'chrome', '--mv3'])
const forFirefox = await step('build for Firefox', wxt, ['build', '-b', 'firefox', '--mv3'])
title(`photos to test with: ${WHENCE}`)
for (const project of SOURCE_PROJECTS) await testProject(project)
await step('photos broken on purpose, 2,000 a format', toolOf('tsx'), ['scripts/fuzz.ts', '--cases', '2000'])
for (const project of BUILT_PROJECTS) {
  if (forChrome && forFirefox) await testProject(project)
  else add(`tests: ${project}, which need the builds`, { passed: 0, failed: 1, skipped: 0 })
}

title('result')
for (const failure of failures) console.log(`failed: ${failure}`)
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
process.exitCode = total.failed === 0 ? 0 : 1

async function step(what: string, script: string, args: readonly string[]): Promise<boolean> {
  title(what)
  const passed = (await run(script, args)) === 0
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
    `--maxWorkers=${project === 'e2e' ? DRIVERS : WORKERS}`,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]
  const status = await run(toolOf('vitest'), args, browsers)
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
