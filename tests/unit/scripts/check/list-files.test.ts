import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { listFiles } from '../../../../scripts/check/list-files'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pausephoto-list-'))
  mkdirSync(join(folder, 'album', 'deep'), { recursive: true })
  for (const name of ['album/b.jpg', 'album/a.jpg', 'album/deep/c.jpg']) writeFileSync(join(folder, name), name)
})

afterEach(() => rmSync(folder, { recursive: true }))

describe('listFiles', () => {
  test('goes down folders in the order of names and keeps the way down', async () => {
    const files = await listFiles(['album'], folder, null)
    expect(files.map(({ shown, relative, state }) => [shown, relative, state])).toEqual([
      [join('album', 'a.jpg'), 'a.jpg', 'file'],
      [join('album', 'b.jpg'), 'b.jpg', 'file'],
      [join('album', 'deep', 'c.jpg'), join('deep', 'c.jpg'), 'file'],
    ])
  })

  test('shows a path as it was typed, and lists each file once', async () => {
    const files = await listFiles(['./album/a.jpg', 'album/a.jpg'], folder, null)
    expect(files).toHaveLength(1)
    const [alone] = await listFiles([join(folder, 'album', 'a.jpg')], '/', null)
    expect(alone).toMatchObject({ shown: join(folder, 'album', 'a.jpg'), relative: 'a.jpg' })
  })

  test('follows links, and ends where links lead in circles', async () => {
    symlinkSync(join(folder, 'album'), join(folder, 'album', 'deep', 'again'))
    symlinkSync(join(folder, 'album', 'a.jpg'), join(folder, 'album', 'link.jpg'))
    const files = await listFiles(['album'], folder, null)
    expect(files.map(({ relative }) => relative)).toEqual(['a.jpg', 'b.jpg', join('deep', 'c.jpg'), 'link.jpg'])
  })

  test('names what is not there, broken links and pipes without opening them', async () => {
    symlinkSync('nowhere', join(folder, 'album', 'broken'))
    execFileSync('mkfifo', [join(folder, 'album', 'pipe')])
    const files = await listFiles(['gone', 'album/a.jpg/x', 'album'], folder, null)
    expect(Object.fromEntries(files.map(({ shown, state }) => [shown, state]))).toMatchObject({
      gone: 'missing',
      'album/a.jpg/x': 'missing',
      [join('album', 'broken')]: 'missing',
      [join('album', 'pipe')]: 'unreadable',
    })
  })

  test('leaves the folder for copies out when it lies inside, and not when it is asked for', async () => {
    for (const copies of [join(folder, 'album', 'deep'), join('album', 'deep')]) {
      const inside = await listFiles(['album'], folder, copies)
      expect(inside.map(({ relative }) => relative)).toEqual(['a.jpg', 'b.jpg'])
    }
    const itself = await listFiles(['album'], folder, 'album')
    expect(itself).toHaveLength(3)
  })
})
