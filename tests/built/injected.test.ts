import { describe, expect, test } from 'vitest'
import { BUILDS, filesOf, gzippedSize, textOf } from '../support/built'

/**
 * Bytes after gzip of what runs in strangers' pages. The first two are paid for on every page load; the others are asked in
 * when there is something for them to do.
 */
const BUDGET = {
  'page-world.js': 7700,
  'guard.js': 2350,
  'host.js': 5500,
  'reviewed-access.js': 1300,
  'audience.js': 5500,
}

/** Bytes of the first two together. */
const ON_EVERY_PAGE = 10_000

describe.each(BUILDS)('what %s puts into pages', (build) => {
  test('is on the list below', () => {
    const alone = filesOf(build).filter(
      (file) => /^[^/]+\.js$/.test(file) && !['background.js', 'relay.js'].includes(file),
    )
    expect(alone).toEqual(Object.keys(BUDGET).sort())
  })

  test.each(Object.entries(BUDGET))('%s stays within %i bytes', (file, bytes) => {
    expect(gzippedSize(build, file)).toBeLessThanOrEqual(bytes)
  })

  test(`what is paid for on every page stays within ${ON_EVERY_PAGE} bytes`, () => {
    expect(gzippedSize(build, 'page-world.js') + gzippedSize(build, 'guard.js')).toBeLessThanOrEqual(ON_EVERY_PAGE)
  })

  test('the script in the page’s own world does not tell the extension’s address by a stack', () => {
    expect(textOf(build, 'page-world.js')).toMatch(/\n\/\/# sourceURL=page\n$/)
  })

  test.each(Object.keys(BUDGET))('%s holds no reader of tags, no polyfill and no interpreter', (file) => {
    const text = textOf(build, file)
    for (const foreign of ['exif', 'GPSLatitude', 'should only be loaded in a browser extension', 'preact']) {
      expect(text.toLowerCase()).not.toContain(foreign.toLowerCase())
    }
    expect(text).not.toMatch(/\beval\s*\(|\bnew Function\b|\bFunction\s*\(|setTimeout\s*\(\s*["'`]/)
  })

  test.each(Object.keys(BUDGET))('%s is one classic script that leaves no global name behind', (file) => {
    expect(textOf(build, file)).not.toMatch(/^\s*(?:import|export)\b|\bimport\s*\(/m)
    expect(textOf(build, file).trim()).toMatch(/^(?:var \w+=)?\(?(?:function|\()/)
  })

  test('the page world holds no word of the extension’s API', () => {
    expect(textOf(build, 'page-world.js')).not.toMatch(/\b(?:chrome|browser)\.\w|runtime\.id|getURL/)
  })
})
