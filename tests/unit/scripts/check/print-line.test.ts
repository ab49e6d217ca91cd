import { expect, test } from 'vitest'
import { printLine, visible } from '../../../../scripts/check/print-line'
import { wordsFromDisk } from '../../../../scripts/words-from-disk'

test('a file name cannot give a terminal orders', () => {
  const name = 'a\u001B[2Jb\nc\u202Egpj.jpg'
  expect(visible(name)).toBe('ab\u{FFFD}c\u{FFFD}gpj.jpg')
})

test('a line says the file and each finding below it', () => {
  const text = printLine(
    {
      file: 'a.jpg',
      format: 'jpeg',
      outcome: 'found',
      findings: [{ kind: 'place', severity: 'high', source: 'Exif GPS', text: 'Taken here: <b>Lyon</b>' }],
      removed: ['APP1 Exif'],
      kept: [],
      cleaned: 'out/a.jpg',
      reason: null,
    },
    wordsFromDisk('en'),
  )
  expect(text).toBe('a.jpg\n    Taken here: <b>Lyon</b>\n    Cleaned copy: out/a.jpg')
})
