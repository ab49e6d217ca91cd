import { describe, expect, test } from 'vitest'
import { LISTED } from '../../src/sites/listed'
import { BUILDS, filesOf, textOf } from '../support/built'

/** Ways to reach the network from a script. `import(` of our own chunks is checked by what it names. */
const WAYS_OUT =
  /\bfetch\s*\(|\bXMLHttpRequest\b|\bWebSocket\b|\bEventSource\b|\bsendBeacon\b|\bWebTransport\b|\bRTCPeerConnection\b|\bimportScripts\b/g

/**
 * The one call that cannot reach the network: the browser answers it from its own store, or it fails. It reads a picture in
 * a page, for the checker (`src/page-picture/read-in-page.ts`); `tests/e2e/page-picture.test.ts` counts the requests.
 */
const FROM_STORE_ONLY = /\bfetch\(\w+,\{cache:(["'`])only-if-cached\1,mode:(["'`])same-origin\2\}\)/g

/** Hosts in names of XML schemas, which look like addresses and lead nowhere. */
const SCHEMAS =
  /^(?:www\.w3\.org|ns\.[\w.-]+|iptc\.org|cv\.iptc\.org|cipa\.jp|creativecommons\.org|www\.inkscape\.org|sodipodi\.sourceforge\.net|www\.bohemiancoding\.com|www\.digikam\.org|purl\.org|www\.metadataworkinggroup\.com|xmp\.gettyimages\.com|developer\.sonyericsson\.com)$/
/** Where error messages of the framework, the bundler and an engine send their users. */
const MANUALS = /^(?:wxt\.dev|github\.com|web\.dev|rolldown\.rs)$/

/**
 * Reads a detector from the package: an address made of the Worker's own alone, under `connect-src 'self'`. In the Workers that
 * find faces and text, and nowhere else.
 */
const FROM_PACKAGE_ONLY = /\bfetch\(new URL\(`\.\.\/\$\{\w+\}`,(?:self|globalThis)\.location\.href\)\)/g

/**
 * The page's own calls that send a form with a held photo wait for the answer (`src/page-world/form-data.ts`): the names of the
 * functions that are wrapped, never a call of ours.
 */
const WRAPPED_IN_PAGES = /\b\w+\.XMLHttpRequest,(["'`])send\1|(["'`])sendBeacon\2(?=,)/g

/** Returns a script without the calls and names that are known to reach no network. */
function withoutKnown(build: (typeof BUILDS)[number], file: string): string {
  const text = textOf(build, file).replace(FROM_STORE_ONLY, '').replace(FROM_PACKAGE_ONLY, '')
  return file === 'page-world.js' ? text.replace(WRAPPED_IN_PAGES, '') : text
}

describe.each(BUILDS)('the code of %s', (build) => {
  const scripts = filesOf(build).filter((file) => /\.(?:js|mjs)$/.test(file))

  test.each(scripts)('%s has no way out to the network', (file) => {
    expect(withoutKnown(build, file).match(WAYS_OUT)).toBeNull()
  })

  test('wraps each of the page’s own ways out once', () => {
    expect(textOf(build, 'page-world.js').match(WRAPPED_IN_PAGES)).toHaveLength(2)
  })

  test('reads from the browser’s store in one place, which runs in no page by itself', () => {
    const readers = scripts.filter((file) => textOf(build, file).search(FROM_STORE_ONLY) >= 0)
    expect(readers).toEqual([expect.stringMatching(/^chunks\/checker-/)])
    expect(textOf(build, readers[0] ?? '').match(FROM_STORE_ONLY)).toHaveLength(1)
  })

  test('reads from the package in two Workers', () => {
    const readers = ['assets/faces.worker.js', 'assets/text.worker.js']
    expect(scripts.filter((file) => textOf(build, file).search(FROM_PACKAGE_ONLY) >= 0).sort()).toEqual(readers)
    for (const file of readers) expect(textOf(build, file).match(FROM_PACKAGE_ONLY)).toHaveLength(1)
  })

  test.each(scripts)('%s names no host but the sites that it watches, schemas and manuals', (file) => {
    const hosts = [...textOf(build, file).matchAll(/\b(?:https?|wss?):\/\/(?:\*\.)?([\w-]+(?:\.[\w-]+)+)/g)].map(
      ([, host = '']) => host,
    )
    expect(hosts.filter((host) => !isListed(host) && !SCHEMAS.test(host) && !MANUALS.test(host))).toEqual([])
  })

  test('no page loads anything from outside the package', () => {
    const pages = filesOf(build).filter((file) => /\.(?:html|css)$/.test(file))
    expect(pages).toContain('pause.html')
    for (const page of pages) expect(textOf(build, page), page).not.toMatch(/(?:https?:)?\/\/[a-z]|@import/i)
  })
})

function isListed(host: string): boolean {
  const privacyPages = LISTED.flatMap(({ privacyPage }) => (privacyPage.value ? [new URL(privacyPage.value).host] : []))
  return privacyPages.includes(host) || LISTED.some(({ matches }) => matches.some((match) => match.includes(host)))
}
