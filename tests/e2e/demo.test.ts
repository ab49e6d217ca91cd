import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT, toolOf } from '../../scripts/run'

test('the demonstration posts a photo with and without the extension, and ExifTool tells them apart', () => {
  const ended = spawnSync(process.execPath, [toolOf('tsx'), join(ROOT, 'scripts', 'demo.ts'), '--auto'], {
    cwd: ROOT,
    encoding: 'utf8',
  })
  expect(ended.stderr).not.toContain('Error')
  expect(ended.status).toBe(0)
  const row = (title: string) => new RegExp(`^${title} +(\\S.*?) {2,}(\\S.*)$`, 'm').exec(ended.stdout)?.slice(1)
  expect(row('Place')).toEqual([expect.stringMatching(/^40 deg 0' 14\.71" N/), '–'])
  expect(row('Date and time')).toEqual(['2016:03:24 14:49:51', '–'])
  expect(row('Details in all')).toEqual([expect.stringMatching(/^\d\d+$/), '1 (the way up)'])
  expect(row('Way up')).toEqual(['Rotate 90 CW', 'Rotate 90 CW'])
  expect(row('Picture')).toEqual(['2448x2448', '2448x2448, every pixel the same'])
})
