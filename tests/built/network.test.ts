import { describe, expect, test } from 'vitest'
import { LISTED } from '../../src/sites/listed'
import { BUILDS, filesOf, textOf } from '../support/built'

/** Ways to reach the network from a script. `import(` of our own chunks is checked by what it names. */
const WAYS_OUT =
  /\bfetch\s*\(|\bXMLHttpRequest\b|\bWebSocket\b|\bEventSource\b|\bsendBeacon\b|\bWebTransport\b|\bRTCPeerConnection\b|\bimportScripts\b/g

/** Names of schemas, which look like addresses and lead nowhere. */
const NAMESPACE =
  /^https?:\/\/(?:www\.w3\.org|ns\.[\w.-]+|iptc\.org|www\.metadataworkinggroup\.com|cipa\.jp|purl\.org|mwg-rs|xmp\.gettyimages\.com|cv\.iptc\.org)\//

describe.each(BUILDS)('the code of %s', (build) => {
  const scripts = filesOf(build).filter((file) => /\.(?:js|mjs)$/.test(file))
  const links = new Set(LISTED.flatMap(({ privacyPage }) => (privacyPage.value ? [privacyPage.value] : [])))

  test.each(scripts)('%s has no way out to the network', (file) => {
    expect(textOf(build, file).match(WAYS_OUT)).toBeNull()
  })

  test.each(scripts)('%s names no address but the sites’ own privacy pages and the names of schemas', (file) => {
    const addresses = textOf(build, file).match(/\b(?:https?|wss?):\/\/[^\s"'`\\<>)]+/g) ?? []
    expect(addresses.filter((address) => !links.has(address) && !NAMESPACE.test(address))).toEqual([])
  })

  test('no page loads anything from outside the package', () => {
    const pages = filesOf(build).filter((file) => /\.(?:html|css)$/.test(file))
    expect(pages).toContain('pause.html')
    for (const page of pages) expect(textOf(build, page), page).not.toMatch(/(?:https?:)?\/\/[a-z]|@import/i)
  })
})
