import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { CONTACT_SHEET, writeContactSheet } from '../../../../scripts/check/contact-sheet'
import type { Line } from '../../../../scripts/check/line'
import { parseOptions } from '../../../../scripts/check/options'
import { wordsFromDisk } from '../../../../scripts/words-from-disk'

const line = (file: string, faces: number | null): Line => ({
  file,
  format: 'jpeg',
  outcome: 'found',
  findings: [],
  removed: [],
  kept: [],
  cleaned: faces === null ? null : join('out', file),
  reason: null,
  faces,
})

test('the contact sheet finds copies also in a folder that was given with its whole path', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'pausephoto-sheet-'))
  try {
    const lines = [{ ...line('a.jpg', 1), cleaned: join(folder, 'a.jpg') }]
    expect(await writeContactSheet(lines, folder, '/somewhere/else', false, wordsFromDisk('en'))).toBe(true)
    expect(await readFile(join(folder, CONTACT_SHEET), 'utf8')).toContain('src="a.jpg"')
  } finally {
    await rm(folder, { recursive: true })
  }
})

test('the contact sheet shows every copy, and takes a name for a name', async () => {
  const base = await mkdtemp(join(tmpdir(), 'pausephoto-sheet-'))
  try {
    const lines = [line('a & <b>.jpg', 2), line('nobody.jpg', 0), line('film.mp4', null)]
    const folder = base
    expect(await writeContactSheet(lines, folder, base, false, wordsFromDisk('en'))).toBe(true)
    const page = await readFile(join(folder, CONTACT_SHEET), 'utf8')
    expect(page.match(/<img /g)).toHaveLength(2)
    expect(page).toContain('src="out/a%20%26%20%3Cb%3E.jpg"')
    expect(page).toContain('a &amp; &lt;b&gt;.jpg')
    expect(page).toContain('2 faces were found')
    expect(page).not.toContain('film.mp4')
    expect(await writeContactSheet(lines, folder, base, false, wordsFromDisk('en'))).toBe(false)
    expect(await writeContactSheet(lines, folder, base, true, wordsFromDisk('en'))).toBe(true)
  } finally {
    await rm(base, { recursive: true })
  }
})

test.each([
  [['--hide', 'faces', 'x.jpg'], '--hide goes with --clean'],
  [['--hide', 'cats', '--clean', 'out', 'x.jpg'], '--hide knows faces and text'],
])('%j is wrong: %s', (args, problem) => {
  expect(parseOptions(args)).toEqual({ is: 'wrong', problem })
})

test('faces can be hidden in the copies', () => {
  expect(parseOptions(['--hide', 'faces', '--clean', 'out', 'x.jpg'])).toMatchObject({ options: { hide: ['faces'] } })
  expect(parseOptions(['--hide', 'text,faces', '--clean', 'out', 'x.jpg'])).toMatchObject({
    options: { hide: ['text', 'faces'] },
  })
})
