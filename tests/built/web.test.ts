import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { ROOT, run, toolOf } from '../../scripts/run'
import { ENGINE_FILES, TEXT_FILES } from '../../src/pictures/detect/engine-files'
import { bytesOf, HIDING_FOLDER, HIDING_LIST, parseHidingLists } from '../../web/hiding-files'
import { HEADERS } from '../../web/host-headers'
import { startWebHost } from '../support/web-host'

const WEB = join(ROOT, '.output/web')
const folders = ['assets', 'pictures']
const scripts = folders.flatMap((folder) =>
  readdirSync(join(WEB, folder)).flatMap((name) => (name.endsWith('.js') ? `${folder}/${name}` : [])),
)

/** Bytes after gzip: what a phone without much of a network may be asked to load before it can choose a file. */
const MAX_FIRST_VISIT_BYTES = 200_000

/** What somebody who wants to hide a face has to load, whatever finds text. */
const MAX_FACES_BYTES = 13_000_000

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
  const lists = parseHidingLists(JSON.parse(textOf(HIDING_LIST)))
  if (!lists) throw new Error('no lists')
  const there = readdirSync(join(WEB, HIDING_FOLDER)).map((name) => HIDING_FOLDER + name)
  const [faces, text] = [lists.faces, lists.text].map(({ files }) => files.map(({ path }) => path))
  expect([...(faces ?? []), ...(text ?? [])].sort()).toEqual(there.sort())
  expect(text?.map((path) => path.slice(HIDING_FOLDER.length, -'-12345678.js'.length))).toContain('text.worker')
  expect(text).toEqual(expect.arrayContaining(Object.values(TEXT_FILES)))
  expect(faces).toEqual(expect.arrayContaining(Object.values(ENGINE_FILES)))
  for (const part of [faces, text]) {
    const imported = (part ?? []).filter((path) => path.endsWith('.js')).flatMap(importsOf)
    const fetched = imported.map((name) => HIDING_FOLDER + name).filter((path) => there.includes(path))
    expect(part).toEqual(expect.arrayContaining(fetched))
    expect(fetched.length).toBeGreaterThan(0)
  }
  expect(bytesOf([lists.faces])).toBeLessThan(MAX_FACES_BYTES)
  expect(there.some((path) => path.endsWith('.wasm'))).toBe(true)
  const worker = textOf('service-worker.js')
  expect(there.filter((path) => worker.includes(path))).toEqual([])
  expect(worker).toContain(HIDING_LIST)
})

test('who runs verify is told whether a host serves what was built, and with which headers', async () => {
  const host = await startWebHost()
  const bare = await startWebHost('pausephoto/', false)
  const verify = async (address: string) => {
    const said: Buffer[] = []
    const status = await run(
      toolOf('tsx'),
      ['scripts/verify-web.ts', address],
      {},
      (printed) => void said.push(printed),
    )
    return { status, said: Buffer.concat(said).toString().trim().split('\n') }
  }
  try {
    bare.replace(
      'index.html',
      textOf('index.html').replace('<body>', '<body><script src="//elsewhere.example"></script>'),
    )
    const [right, wrong] = await Promise.all([verify(host.address), verify(bare.address)])
    expect(right).toEqual({ status: 0, said: [expect.stringMatching(/^All \d+ files are what was built here\.$/)] })
    expect(wrong.status).toBe(1)
    expect(wrong.said).toEqual([
      ...Object.keys(HEADERS).map((name) => `${name}: is not sent`),
      'index.html: has another content',
      expect.stringMatching(/^1 of \d+ files differ\.$/),
    ])
  } finally {
    await host.close()
    await bare.close()
  }
})
