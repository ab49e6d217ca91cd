import { spawn } from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  openAsBlob,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Line } from '../../../scripts/check/line'
import { ROOT, toolOf } from '../../../scripts/run'

/** A photo of an iPhone 6 Plus, with its place, turned by 90°. */
const PLACED = join(ROOT, 'node_modules', 'jpeg-exif', 'test', 'IMG_0001.JPG')

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pausephoto-check-'))
  mkdirSync(join(folder, 'album', 'deep'), { recursive: true })
  cpSync(PLACED, join(folder, 'album', 'garden.jpg'))
  cpSync(PLACED, join(folder, 'album', 'deep', 'line\nbreak <b>.jpg'))
})

afterEach(() => rmSync(folder, { recursive: true }))

interface Ended {
  readonly status: number | null
  readonly out: string
  readonly err: string
}

function checkIn(cwd: string, args: readonly string[], env: Record<string, string> = {}): Promise<Ended> {
  return start(process.execPath, [toolOf('tsx'), join(ROOT, 'scripts', 'check.ts'), ...args], cwd, {
    INIT_CWD: cwd,
    LC_ALL: 'C',
    ...env,
  })
}

function start(command: string, args: readonly string[], cwd: string, env: Record<string, string>): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
    let out = ''
    let err = ''
    child.stdout.setEncoding('utf8').on('data', (text) => {
      out += text
    })
    child.stderr.setEncoding('utf8').on('data', (text) => {
      err += text
    })
    child.on('error', reject)
    child.on('close', (status) => resolve({ status, out, err }))
  })
}

const linesOf = ({ out }: Ended): Line[] =>
  out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))

describe('npm run check', { timeout: 60_000 }, () => {
  test('finds the place in a photo, and nothing in the copy that it writes', async () => {
    const before = readFileSync(join(folder, 'album', 'garden.jpg'))
    const first = await checkIn(folder, ['--json', '--clean', 'out', 'album'])
    expect(first.status).toBe(1)
    const lines = linesOf(first)
    expect(lines.map(({ cleaned }) => cleaned)).toEqual([
      join('out', 'deep', 'line\nbreak <b>.jpg'),
      join('out', 'garden.jpg'),
    ])
    for (const line of lines) {
      expect(line).toMatchObject({ format: 'jpeg', outcome: 'found', reason: null })
      expect(line.findings.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['place', 'time', 'device']))
      expect(line.findings[0]).toMatchObject({ kind: 'place', severity: 'high' })
      expect(line.findings[0]?.text).toMatch(/40\.0041°?\sN, 116\.4848°?\sE.* \(near Beijing, China\)$/)
      expect(line.removed).not.toEqual([])
      expect(line.kept).toContain('orientation')
    }
    expect(readFileSync(join(folder, 'album', 'garden.jpg')).equals(before)).toBe(true)

    const again = await checkIn(folder, ['--json', 'out'])
    expect(again.status).toBe(0)
    expect(linesOf(again).map(({ outcome, findings }) => [outcome, findings])).toEqual([
      ['nothing-found', []],
      ['nothing-found', []],
    ])
  })

  test('overwrites a copy only when told to', async () => {
    mkdirSync(join(folder, 'out'))
    writeFileSync(join(folder, 'out', 'garden.jpg'), 'mine')
    const args = ['--json', '--clean', 'out', 'album/garden.jpg']
    const refused = await checkIn(folder, args)
    expect(refused.status).toBe(2)
    expect(linesOf(refused)[0]).toMatchObject({ outcome: 'found', cleaned: null })
    expect(linesOf(refused)[0]?.reason).toContain('--force')
    expect(readFileSync(join(folder, 'out', 'garden.jpg'), 'utf8')).toBe('mine')

    const forced = await checkIn(folder, ['--force', ...args])
    expect(forced.status).toBe(1)
    expect(readFileSync(join(folder, 'out', 'garden.jpg')).subarray(0, 2)).toEqual(Buffer.from([0xff, 0xd8]))
    expect(readdirSync(join(folder, 'out'))).toEqual(['garden.jpg'])
  })

  test('never replaces an original, also when forced', async () => {
    const before = readFileSync(join(folder, 'album', 'garden.jpg'))
    const ended = await checkIn(folder, ['--json', '--force', '--clean', 'album', 'album/garden.jpg'])
    expect(ended.status).toBe(2)
    expect(linesOf(ended)[0]).toMatchObject({ outcome: 'found', cleaned: null })
    expect(readFileSync(join(folder, 'album', 'garden.jpg')).equals(before)).toBe(true)
  })

  test('calls a file that it cannot read by its name and goes on', async () => {
    writeFileSync(join(folder, 'album', 'empty.jpg'), '')
    writeFileSync(join(folder, 'album', 'text.jpg'), 'not a picture')
    const ended = await checkIn(folder, ['--json', 'album', 'gone.jpg'])
    expect(ended.status).toBe(2)
    const outcomes = Object.fromEntries(linesOf(ended).map((line) => [basename(line.file), line]))
    for (const name of ['empty.jpg', 'text.jpg', 'gone.jpg']) {
      expect(outcomes[name], name).toMatchObject({ outcome: 'cannot-check', cleaned: null })
      expect(outcomes[name]?.reason, name).toMatch(/\.$/)
    }
    expect(outcomes['garden.jpg']).toMatchObject({ outcome: 'found' })
  })

  test('does not take the beginning of a file that Node cannot see whole for all of it', async () => {
    const film = join(folder, 'album', 'film.mp4')
    // Up to four gigabytes it is a film of 32 bytes; the rest is a hole that takes no room on the disk.
    writeFileSync(film, Buffer.from('\0\0\0\x18ftypmp42\0\0\0\0mp42isom\0\0\0\x08free', 'latin1'))
    truncateSync(film, 4 * 1024 ** 3 + 32)
    const [line] = linesOf(await checkIn(folder, ['--json', '--clean', 'out', 'album/film.mp4']))
    const seen = (await openAsBlob(film)).size
    if (seen === statSync(film).size) return expect(line).toMatchObject({ format: 'mp4' })
    expect(line).toMatchObject({ outcome: 'cannot-check', cleaned: null, format: null })
    expect(line?.reason).toBe('This file is too large to be checked by this version of Node.')
  })

  test('does not check the copies that lie inside the folder', async () => {
    const args = ['--json', '--clean', 'album/out', 'album']
    expect(linesOf(await checkIn(folder, args))).toHaveLength(2)
    expect(linesOf(await checkIn(folder, args))).toHaveLength(2)
  })

  test('says it in plain words and in the language of the machine', async () => {
    const english = await checkIn(folder, ['album/garden.jpg'])
    expect(english.out).toMatch(/^album\/garden\.jpg\n {4}Taken here: 40\.0041°?\sN/)
    expect(english.err).toBe('')
    const french = await checkIn(folder, ['album/garden.jpg'], { LC_ALL: 'fr_FR.UTF-8' })
    expect(french.out).toMatch(/40,0041°?\sN/)
    expect(french.out).not.toContain('Taken')
  })

  test.each([[[]], [['--fast', 'album']]])('answers wrong usage %j with how to use it', async (args) => {
    const ended = await checkIn(folder, args)
    expect(ended).toMatchObject({ status: 64, out: '' })
    expect(ended.err).toContain('usage:')
  })

  test('runs through npm from any folder, with nothing but its own lines on standard output', async () => {
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
    const args = ['--prefix', ROOT, 'run', '--silent', 'check', '--', '--json', 'garden.jpg']
    const ended = await start(npm, args, join(folder, 'album'), { INIT_CWD: '', LC_ALL: 'C' })
    expect(ended.status).toBe(1)
    expect(linesOf(ended)).toMatchObject([{ file: 'garden.jpg', outcome: 'found' }])
  })
})
