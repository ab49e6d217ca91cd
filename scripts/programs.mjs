/**
 * Finds the programs that tests and the demonstration drive: a Chromium, a Firefox, perl (for ExifTool) and Xvfb.
 * Plain JavaScript without dependencies, because setup.mjs runs before anything is installed.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, isAbsolute, join } from 'node:path'

const home = homedir()
const programFiles = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].flatMap(
  (folder) => (folder ? [folder] : []),
)

/** Browsers that load an unpacked extension when told to come first; branded Chrome and Edge need another way in. */
export function findChromium() {
  return find(process.env.CHROME_PATH, [
    'chromium',
    'chromium-browser',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    join(home, 'Applications/Chromium.app/Contents/MacOS/Chromium'),
    '/Applications/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
    ...programFiles.map((folder) => join(folder, 'Chromium', 'Application', 'chrome.exe')),
    'google-chrome',
    'google-chrome-stable',
    'microsoft-edge',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ...programFiles.map((folder) => join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe')),
    ...programFiles.map((folder) => join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe')),
  ])
}

export function findFirefox() {
  return find(process.env.FIREFOX_PATH, [
    'firefox-esr',
    'firefox',
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    join(home, 'Applications/Firefox.app/Contents/MacOS/firefox'),
    ...programFiles.map((folder) => join(folder, 'Mozilla Firefox', 'firefox.exe')),
  ])
}

/** A perl with the modules that ExifTool loads: Debian's bare perl-base lacks some. */
export function findPerl() {
  const perl = find(process.env.PERL_PATH, ['perl'])
  const works = perl && spawnSync(perl, ['-MPOSIX', '-MEncode', '-MTime::Local', '-e', '1']).status === 0
  return works ? perl : null
}

/** @param {string} name */
export function findInPath(name) {
  return find(undefined, [name])
}

/** Whether a person could see a window. */
export function hasDisplay() {
  if (process.platform !== 'linux') return !process.env.CI
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
}

/**
 * The wish, if it names a file; else the first candidate that exists. Bare names are looked up in PATH.
 * @param {string | undefined} wish
 * @param {readonly string[]} candidates
 * @returns {string | null} an absolute path
 */
function find(wish, candidates) {
  if (wish && existsSync(wish)) return wish
  for (const candidate of candidates) {
    if (isAbsolute(candidate)) {
      if (existsSync(candidate)) return candidate
      continue
    }
    for (const folder of (process.env.PATH ?? '').split(delimiter)) {
      const path = join(folder, process.platform === 'win32' ? `${candidate}.exe` : candidate)
      if (isAbsolute(path) && existsSync(path)) return path
    }
  }
  return null
}
