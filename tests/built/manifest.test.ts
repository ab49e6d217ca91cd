import { describe, expect, test } from 'vitest'
import { LISTED } from '../../src/sites/listed'
import { contentScriptMatches } from '../../src/sites/match-pattern'
import { BUILDS, filesOf, manifestOf, textOf } from '../support/built'

/** A permission is asked for only while some script uses the interface that it opens. */
const PROOF_OF_USE: Readonly<Record<string, RegExp>> = {
  storage: /\.storage\.(?:local|sync|managed|session)\b|storage\?*\.\w*\[/,
  activeTab: /\.tabs\.query\b/,
  scripting: /\.scripting\./,
  contextMenus: /\.contextMenus\b/,
  pageCapture: /\.pageCapture\b/,
}

describe.each(BUILDS)('the manifest of %s', (build) => {
  const manifest = manifestOf(build)
  const scripts = filesOf(build).filter((file) => file.endsWith('.js'))
  const code = scripts.map((file) => textOf(build, file)).join('\n')

  test('asks for no permission that the code does not use', () => {
    const asked = [...(manifest.permissions as string[]), ...((manifest.optional_permissions as string[]) ?? [])]
    expect(asked.length).toBeGreaterThan(0)
    for (const permission of asked) {
      expect(PROOF_OF_USE, permission).toHaveProperty(permission)
      expect(code, permission).toMatch(PROOF_OF_USE[permission] ?? /$^/)
    }
  })

  test('asks at installation for nothing that the browser would put a question about, but the listed sites', () => {
    expect(new Set(manifest.permissions as string[])).toEqual(
      new Set(['storage', 'activeTab', 'scripting', 'contextMenus']),
    )
    expect(manifest.optional_permissions ?? []).toEqual(build === 'chrome-mv3' ? ['pageCapture'] : [])
  })

  test('watches exactly the listed sites, and never this machine', () => {
    const scriptsOf = manifest.content_scripts as { matches: string[]; js: string[] }[]
    const matches = new Set(contentScriptMatches(LISTED))
    for (const { matches: watched } of scriptsOf) expect(new Set(watched)).toEqual(matches)
    expect(new Set(manifest.host_permissions as string[])).toEqual(matches)
    for (const match of matches) {
      expect(match).toMatch(/^https:\/\//)
      expect(match).not.toMatch(/localhost|127\.|\[::1\]|^[a-z]+:\/\/\*\/|<all_urls>/)
    }
  })

  test('starts both scripts before the page, in every frame, each in its own world', () => {
    const scriptsOf = manifest.content_scripts as Record<string, unknown>[]
    const everywhere = { run_at: 'document_start', all_frames: true, match_about_blank: true }
    expect(scriptsOf).toHaveLength(2)
    expect(scriptsOf).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ ...everywhere, js: ['page-world.js'], world: 'MAIN' }),
        expect.objectContaining({ ...everywhere, js: ['guard.js'] }),
      ]),
    )
  })

  test('lets pages reach the pause page and the door to it, by an address that only listed sites could guess', () => {
    const rows = manifest.web_accessible_resources as {
      resources: string[]
      matches: string[]
      use_dynamic_url?: true
    }[]
    for (const { resources } of rows) expect(resources).toEqual(['pause.html', 'relay.html'])
    // Firefox's addresses are made up for each profile.
    if (build === 'firefox-mv3') return expect(rows).toHaveLength(1)
    const fixed = rows.filter(({ use_dynamic_url }) => !use_dynamic_url)
    expect(new Set(fixed.flatMap(({ matches }) => matches))).toEqual(new Set(contentScriptMatches(LISTED)))
  })

  test('forbids its own pages every connection, foreign script and interpreter', () => {
    const policy = (manifest.content_security_policy as { extension_pages: string }).extension_pages
    const directives = new Map(
      policy.split(';').map((part) => {
        const [name = '', ...values] = part.trim().split(/\s+/)
        return [name, values.join(' ')]
      }),
    )
    expect(directives.get('default-src')).toBe("'none'")
    expect(directives.get('connect-src')).toMatch(/^'(?:none|self)'$/)
    expect(directives.get('form-action')).toBe("'none'")
    expect(directives.get('script-src')).toMatch(/^'self'(?: 'wasm-unsafe-eval')?$/)
    for (const [name, values] of directives)
      expect(values, name).not.toMatch(/https?:|wss?:|\*|(?<!wasm-)unsafe-(?:inline|eval)/)
  })

  test('names only files that are in the package', () => {
    const files = new Set(filesOf(build))
    const names = JSON.stringify(manifest).match(/"[\w/-]+\.(?:js|html|png|json|css)"/g) ?? []
    expect(names.length).toBeGreaterThan(4)
    for (const name of names) expect(files).toContain(JSON.parse(name))
  })
})

test('Firefox knows who we are, that we collect nothing, and from which version on', () => {
  const { gecko, gecko_android } = manifestOf('firefox-mv3').browser_specific_settings as Record<
    string,
    Record<string, unknown>
  >
  expect(gecko?.id).toMatch(/@/)
  expect(gecko?.data_collection_permissions).toEqual({ required: ['none'] })
  expect(Number.parseInt(String(gecko?.strict_min_version), 10)).toBeGreaterThanOrEqual(140)
  expect(Number.parseInt(String(gecko_android?.strict_min_version), 10)).toBeGreaterThanOrEqual(142)
})

test('Chrome’s package carries nothing of Firefox’s', () => {
  expect(manifestOf('chrome-mv3')).not.toHaveProperty('browser_specific_settings')
  expect(manifestOf('chrome-mv3')).toMatchObject({ manifest_version: 3 })
})
