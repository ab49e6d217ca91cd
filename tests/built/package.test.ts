import linter from 'addons-linter'
import { describe, expect, test } from 'vitest'
import { BUILDS, bytesOf, filesOf, folderOf, gzippedSize, initialFiles, textOf } from '../support/built'

/** Bytes of the package, unpacked, without what is loaded only once a photo has a place: its names and its map. */
const PACKAGE = 2_000_000
const PLACES = 1_460_000
/** Bytes of what finds and hides faces, which is loaded only once somebody asks for it; unpacked, and as a store sends the engine. */
const FACES = 11_600_000
const FACES_PACKED = 4_420_000
const isFaces = (file: string) => /^pictures\/(?:litert|faces)|^assets\/(?:faces|hide)\.worker\.js$/.test(file)
/** The same of what finds text. */
const TEXT_PACKED = 9_000_000
const isText = (file: string) => /^pictures\/(?:onnxruntime|text)|^assets\/text\.worker\.js$/.test(file)
/** What a browser's store sends of all of it: without what finds text, and with it. */
const STORE_WITHOUT_TEXT = 6_000_000
const STORE = 15_000_000
const isPlaces = (file: string) => file === 'assets/places.worker.js'
/** Bytes after gzip of the scripts that the pause page needs before it can say anything. */
const PAUSE_SCRIPTS = 60_000

describe.each(BUILDS)('the package %s', (build) => {
  const files = filesOf(build)

  test('stays small', () => {
    const sizeOf = (some: readonly string[]) => some.reduce((sum, file) => sum + bytesOf(build, file).length, 0)
    expect(files.filter(isPlaces)).toHaveLength(1)
    expect(sizeOf(files.filter(isPlaces))).toBeLessThanOrEqual(PLACES)
    expect(sizeOf(files.filter((file) => !isPlaces(file) && !isFaces(file) && !isText(file)))).toBeLessThanOrEqual(
      PACKAGE,
    )
  })

  test('finds faces with what was measured, and loads none of it before', () => {
    const faces = files.filter(isFaces)
    expect(faces).toHaveLength(5)
    expect(faces.reduce((sum, file) => sum + bytesOf(build, file).length, 0)).toBeLessThanOrEqual(FACES)
    expect(faces.reduce((sum, file) => sum + gzippedSize(build, file), 0)).toBeLessThanOrEqual(FACES_PACKED)
    for (const page of ['pause.html', 'checker.html', 'welcome.html'])
      expect(
        initialFiles(build, page).filter((file) => isFaces(file) || isText(file) || /hide-(?:editor|album)/.test(file)),
      ).toEqual([])
  })

  test('finds text with what was measured, and is small enough for the stores with it', () => {
    const packed = new Map(files.map((file) => [file, gzippedSize(build, file)]))
    const sum = (some: readonly string[]) => some.reduce((total, file) => total + (packed.get(file) ?? 0), 0)
    expect(files.filter(isText)).toHaveLength(3)
    expect(sum(files.filter(isText))).toBeLessThanOrEqual(TEXT_PACKED)
    const [without, all] = [sum(files.filter((file) => !isText(file))), sum(files)]
    const inMegabytes = (bytes: number) => `${(bytes / 1e6).toFixed(2)} MB`
    console.info(`${build}, gzipped: ${inMegabytes(without)} without what finds text, ${inMegabytes(all)} with it`)
    expect(without).toBeLessThanOrEqual(STORE_WITHOUT_TEXT)
    expect(all).toBeLessThanOrEqual(STORE)
  }, 60_000)

  test('has a pause page that is quick to load', () => {
    const scripts = initialFiles(build, 'pause.html').filter((file) => file.endsWith('.js'))
    expect(scripts.length).toBeGreaterThan(0)
    const bytes = scripts.map((file) => gzippedSize(build, file)).reduce((sum, size) => sum + size, 0)
    console.info(`${build}: ${(bytes / 1000).toFixed(1)} kB of scripts before the pause page can speak`)
    expect(bytes).toBeLessThanOrEqual(PAUSE_SCRIPTS)
  })

  test('has an engine where the pause page starts it', () => {
    const [, address] = /new Worker\('\/([^']+)'/.exec(textOf(build, 'assets/start-engine.js')) ?? []
    expect(files).toContain(address)
    expect(textOf(build, 'pause.html')).toMatch(
      /<script src="\/assets\/start-engine\.js"><\/script>\s*<script type="module"/,
    )
  })

  test('holds no source map, no photo, no test and no interpreter of text as code', () => {
    expect(files.filter((file) => /\.map$|\.tsx?$|\.jpe?g$|test/i.test(file))).toEqual([])
    for (const file of files.filter((name) => name.endsWith('.js'))) {
      expect(textOf(build, file), file).not.toMatch(/sourceMappingURL|\beval\s*\(|\bnew Function\s*\(/)
    }
  })

  test('holds no word of the demonstration', () => {
    for (const file of files.filter((name) => /\.(?:js|html|json)$/.test(name))) {
      expect(textOf(build, file), file).not.toContain('photos.localhost')
    }
  })

  test('never makes HTML out of text', () => {
    for (const file of files.filter((name) => name.endsWith('.js'))) {
      expect(textOf(build, file), file).not.toMatch(/insertAdjacentHTML|document\.write\s*\(|outerHTML\s*=[^=]/)
    }
  })
})

test('the linter of Firefox’s store finds no error', async () => {
  const lint = linter.createInstance({
    config: { _: [folderOf('firefox-mv3')], logLevel: 'fatal', output: 'none', maxManifestVersion: 3, scanFile: [] },
    runAsBinary: false,
  })
  const { errors } = await lint.run()
  expect(errors).toEqual([])
}, 120_000)
