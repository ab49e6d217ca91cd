import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { ROOT, toolOf } from '../../scripts/run'

test('the demonstration posts a photo with and without the extension, and ExifTool tells them apart', async () => {
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

  const drawn = ended.stdout.slice(ended.stdout.indexOf('two children'))
  expect(/^Details in all +(\d\d) +(\d+)$/m.exec(drawn)?.slice(1)).toEqual([expect.any(String), '0'])
  const demo = join(ROOT, '.demo')
  const [before, after] = await Promise.all(
    [join(demo, 'photos', 'children.jpg'), join(demo, 'received', '3.jpeg')].map((path) =>
      sharp(path).raw().toBuffer({ resolveWithObject: true }),
    ),
  )
  expect(after?.info).toEqual(before?.info)
  const changed = (column: number, row: number) => {
    const from = (row * (before?.info.width ?? 0) + column) * 3
    return !before?.data.subarray(from, from + 3).equals(after?.data.subarray(from, from + 3) ?? Buffer.alloc(0))
  }
  // An eye of each child, and the sun.
  expect([changed(182, 428), changed(432, 457), changed(97, 127)]).toEqual([true, true, false])
})
