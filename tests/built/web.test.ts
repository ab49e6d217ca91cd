import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { ROOT } from '../../scripts/run'
import { HIDING_FOLDER, HIDING_LIST, parseHidingFiles } from '../../web/hiding-files'

const WEB = join(ROOT, '.output/web')
const folders = ['assets', 'pictures']
const scripts = folders.flatMap((folder) =>
  readdirSync(join(WEB, folder)).flatMap((name) => (name.endsWith('.js') ? `${folder}/${name}` : [])),
)

/** Bytes after gzip: what a phone without much of a network may be asked to load before it can choose a file. */
const MAX_FIRST_VISIT_BYTES = 200_000

const zippedSize = (path: string) => gzipSync(readFileSync(join(WEB, path))).length

const textOf = (name: string) => readFileSync(join(WEB, name), 'utf8')

/** Names of the files that a script imports, at once or later. */
const importsOf = (name: string) =>
  [...textOf(name).matchAll(/\b(?:from|import|import\()\s*["'`]\.\/([^"'`]+)["'`]/g)].map(
    ([, imported = '']) => imported,
  )

test('no script imports the one that a Worker begins with, which WebKit would evaluate a second time', () => {
  const begun = scripts.filter((name) => name.includes('.worker-'))
  expect(begun.length).toBeGreaterThanOrEqual(5)
  const imported = scripts.flatMap(importsOf)
  expect(imported.length).toBeGreaterThan(5)
  expect(imported.filter((name) => begun.some((path) => path.endsWith(`/${name}`)))).toEqual([])
})

test('what loads before the first file is chosen is small, and has nothing of what hides faces', () => {
  const named = [...textOf('index.html').matchAll(/(?:src|href)="\.\/([^"]+)"/g)].map(([, path = '']) => path)
  expect(named.filter((path) => path.startsWith(HIDING_FOLDER))).toEqual([])
  const isWords = /^assets\/(?:ar|de|en|es|fr|it|nl|pt|pt-BR)-/
  const words = scripts.filter((path) => isWords.test(path)).map(zippedSize)
  expect(words).toHaveLength(9)
  expect(named.length).toBeGreaterThan(5)
  const all = ['index.html', 'icons/48.png', ...named].map(zippedSize).reduce((sum, size) => sum + size, 0)
  expect(all + Math.max(...words)).toBeLessThan(MAX_FIRST_VISIT_BYTES)
})

test('what hides faces is listed whole, and is not fetched before somebody asks for it', () => {
  const list = parseHidingFiles(JSON.parse(textOf(HIDING_LIST)))
  const there = readdirSync(join(WEB, HIDING_FOLDER)).map((name) => HIDING_FOLDER + name)
  expect(list?.files.map(({ path }) => path).sort()).toEqual(there.sort())
  expect(there.some((path) => path.endsWith('.wasm'))).toBe(true)
  const worker = textOf('service-worker.js')
  expect(there.filter((path) => worker.includes(path))).toEqual([])
  expect(worker).toContain(HIDING_LIST)
})
