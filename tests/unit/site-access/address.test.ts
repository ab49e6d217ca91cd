import { describe, expect, it } from 'vitest'
import { parseAddress, parsePattern } from '../../../src/sites/address'

describe('an address a parent types', () => {
  it.each([
    ['forum.example.org', 'forum.example.org', '*://*.forum.example.org/*'],
    ['  https://www.Example.org/photos?x=1#y ', 'example.org', '*://*.example.org/*'],
    ['http://ecole.example:8080/album', 'ecole.example', '*://*.ecole.example/*'],
    ['école.example', 'xn--cole-9oa.example', '*://*.xn--cole-9oa.example/*'],
    ['192.168.1.20', '192.168.1.20', '*://192.168.1.20/*'],
    ['localhost:3000', 'localhost', '*://localhost/*'],
    ['www.org', 'www.org', '*://*.www.org/*'],
  ])('“%s” is %s', (typed, host, pattern) => {
    expect(parseAddress(typed)).toEqual({ host, pattern })
    expect(parsePattern(pattern)).toEqual({ host, pattern })
  })

  it.each([
    '',
    '   ',
    'com',
    '*',
    '*.com',
    'chrome://settings',
    'file:///etc',
    'javascript:alert(1)',
    '[::1]',
    'my forum',
    'a..b',
    'https://',
  ])('“%s” is none', (typed) => expect(parseAddress(typed)).toBeNull())

  it.each(['<all_urls>', '*://*/*', '*://*.com/*', 'https://x.com/*', '*://*.www.example.org/*', '*://example.org/*'])(
    'the pattern %s was not made here',
    (pattern) => expect(parsePattern(pattern)).toBeNull(),
  )
})
