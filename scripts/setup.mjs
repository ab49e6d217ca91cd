/**
 * Puts in place what the other commands need, and says what it does. Always: the packages and WXT's types. With
 * `--chromium`: a Chromium, and perl for ExifTool. With `--browsers`: a Firefox as well, and a screen where there is none.
 * With `--quiet`: not a word on standard output. Plain JavaScript without dependencies, because it is what installs them.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findChromium, findFirefox, findInPath, findPerl, hasDisplay } from './programs.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const quiet = process.argv.includes('--quiet')
/** With --quiet, standard output belongs to the command that follows. */
const say = (sentence) => (quiet ? process.stderr : process.stdout).write(`setup: ${sentence}\n`)

/** One sentence and out: nothing after this point could work. */
function giveUp(sentence) {
  process.stderr.write(`setup: ${sentence}\n`)
  process.exit(1)
}

function run(command, args, options = {}) {
  const out = quiet ? process.stderr : process.stdout
  return spawnSync(command, args, { cwd: root, stdio: ['ignore', out, process.stderr], ...options }).status === 0
}

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  giveUp(`Node ${process.versions.node} is too old. Please install Node 20.19 or newer.`)
}
installPackages()
prepareTypes()
const browsers = process.argv.includes('--browsers')
if (browsers || process.argv.includes('--chromium')) installPrograms()

function installPackages() {
  if (packagesAreCurrent()) return
  say('installing the packages of package-lock.json (about a minute) …')
  const args = ['ci', '--no-audit', '--no-fund']
  const npm = process.env.npm_execpath
  const done = npm?.endsWith('.js')
    ? run(process.execPath, [npm, ...args])
    : run('npm', args, { shell: process.platform === 'win32' })
  if (!done) giveUp('npm could not install the packages. Is the network there? Its own message is above.')
}

/** npm writes down what it installed; packages for other platforms are missing there and that is right. */
function packagesAreCurrent() {
  const installed = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(installed)) return false
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
  const present = JSON.parse(readFileSync(installed, 'utf8')).packages
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === '' || (present[path] ? present[path].version === version : optional),
  )
}

/** WXT generates the TypeScript settings that tsconfig.json extends. */
function prepareTypes() {
  if (existsSync(join(root, '.wxt', 'wxt.d.ts'))) return
  say('generating the types of the extension …')
  const wxt = join(root, 'node_modules', 'wxt', 'bin', 'wxt.mjs')
  if (!run(process.execPath, [wxt, 'prepare'])) giveUp('wxt prepare failed; its own message is above.')
}

function installPrograms() {
  const programs = [
    { what: 'Chromium', found: findChromium, debian: 'chromium' },
    { what: 'perl (for ExifTool)', found: findPerl, debian: 'perl' },
  ]
  if (browsers) {
    programs.push({ what: 'Firefox', found: findFirefox, debian: 'firefox-esr', ubuntu: 'firefox' })
    // Decoders that judge what cleaning leaves. Where they cannot be had, the tests that ask them are skipped.
    programs.push({ what: 'ffmpeg', found: () => findInPath('ffmpeg'), debian: 'ffmpeg', optional: true })
    programs.push({ what: 'avifdec', found: () => findInPath('avifdec'), debian: 'libavif-bin', optional: true })
    if (process.platform === 'linux') {
      const driver = () => findInPath('WebKitWebDriver')
      programs.push({ what: 'WebKit (for the page for phones)', found: driver, debian: 'webkit2gtk-driver' })
      programs.push({ what: 'Xvfb (a screen for WebKit)', found: () => findInPath('Xvfb'), debian: 'xvfb' })
    }
    if (process.platform === 'linux' && !hasDisplay()) {
      programs.push({ what: 'Xvfb (a screen for tests)', found: () => findInPath('Xvfb'), debian: 'xvfb' })
    }
  }
  const missing = () => programs.filter(({ found }) => !found())
  if (missing().length > 0 && existsSync('/usr/bin/apt-get')) aptInstall(missing())
  for (const { what } of missing().filter(({ optional }) => optional)) {
    say(`${what} is not here: the tests that ask it are skipped.`)
  }
  const needed = missing().filter(({ optional }) => !optional)
  if (needed.length > 0) {
    const names = needed.map(({ what }) => what).join(' and ')
    giveUp(`please install ${names}, or say where they are with CHROME_PATH, FIREFOX_PATH or PERL_PATH.`)
  }
}

function aptInstall(programs) {
  const isRoot = process.getuid?.() === 0
  if (!isRoot && spawnSync('sudo', ['-n', 'true']).status !== 0) return
  const ubuntu = readFileSync('/etc/os-release', 'utf8').includes('ID=ubuntu')
  const names = programs.map(({ debian, ubuntu: other }) => (ubuntu && other) || debian)
  say(`installing ${names.join(', ')} with apt-get (a few minutes) …`)
  const apt = (...args) => {
    const command = ['DEBIAN_FRONTEND=noninteractive', 'apt-get', '-qq', ...args]
    return isRoot ? run('env', command) : run('sudo', ['-n', 'env', ...command])
  }
  if (!apt('update') || !apt('install', '-y', ...names)) say('apt-get did not succeed; its own message is above.')
}
