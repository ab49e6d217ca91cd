import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { copyPlaces } from '../../../../scripts/check/copy-places'

let folder: string

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'pausephoto-places-')))
  for (const name of ['a', 'b']) mkdirSync(join(folder, name))
  for (const name of ['a/x.jpg', 'b/x.jpg']) writeFileSync(join(folder, name), name)
})

afterEach(() => rmSync(folder, { recursive: true }))

const listed = (name: string) => ({
  shown: name,
  path: join(folder, name),
  relative: 'x.jpg',
  bytes: 1,
  state: 'file' as const,
})

test('two files never share a place', async () => {
  const files = [listed('a/x.jpg'), listed('b/x.jpg')]
  const placeOf = copyPlaces(files, folder, 'out', true)
  const [first, second] = await Promise.all(files.map(placeOf))
  expect(first).toMatchObject({ trouble: null, copy: { target: join(folder, 'out', 'x.jpg'), force: true } })
  expect(second).toEqual({ trouble: 'copy-clashes', copy: null })
})

test('no copy takes the place of an original, not even through a link', async () => {
  symlinkSync(join(folder, 'a'), join(folder, 'link'))
  const file = listed('a/x.jpg')
  for (const out of ['a', 'link']) {
    expect(await copyPlaces([file], folder, out, true)(file)).toEqual({ trouble: 'copy-is-original', copy: null })
  }
  expect((await copyPlaces([file], folder, 'b', true)(file)).trouble).toBeNull()
})

test('copies that are written at the same time have places of their own until they are complete', async () => {
  const files = ['1.jpg', '2.jpg', '3.jpg'].map((name) => ({ ...listed('a/x.jpg'), relative: name }))
  const placeOf = copyPlaces(files, folder, 'out', false)
  const places = await Promise.all(files.map(placeOf))
  expect(new Set(places.map(({ copy }) => copy?.unfinished)).size).toBe(3)
})
