import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { HEADERS, headersFile, htaccess } from '../../../web/host-headers'

test.each(Object.entries(HEADERS))('%s is the same for every web server', (name, value) => {
  expect(readFileSync('docs/hosting.md', 'utf8')).toContain(`add_header ${name} "${value}" always;`)
  expect(htaccess()).toContain(`Header always set ${name} "${value}"`)
  expect(headersFile()).toContain(`${name}: ${value}`)
})

test('the policy allows the page’s own files and nothing else', () => {
  const policy = HEADERS['Content-Security-Policy'] ?? ''
  expect(policy).toMatch(/^default-src 'none'; /)
  expect(policy.match(/https?:|\*|(?<!wasm-)unsafe-/)).toBeNull()
})
