import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseHTML } from 'linkedom'
import { describe, expect, it } from 'vitest'
import type { Reading } from '../../../src/bridge/audience'
import { readerOf } from '../../../src/sites/audience'
import { isMastodon } from '../../../src/sites/audience/mastodon'
import { LISTED } from '../../../src/sites/listed'

const FOLDER = fileURLToPath(new URL('fragments/', import.meta.url))

/** Every fragment beside this file, and what may be told of it; each was written by us after the markers are known for. */
const EXPECTED: Record<string, Reading> = {
  'bluesky-any': 'public',
  'facebook-custom-list': 'cannot-tell',
  'facebook-french': 'cannot-tell',
  'facebook-friends': 'limited',
  'facebook-friends-except': 'limited',
  'facebook-group': 'cannot-tell',
  'facebook-public': 'public',
  'facebook-someone-elses-post': 'cannot-tell',
  'facebook-two-composers': 'cannot-tell',
  'instagram-broken': 'cannot-tell',
  'instagram-logged-out': 'cannot-tell',
  'instagram-other-persons-profile': 'cannot-tell',
  'instagram-private': 'limited',
  'instagram-public': 'public',
  'instagram-without-field': 'cannot-tell',
  'linkedin-anyone': 'public',
  'linkedin-connections': 'limited',
  'linkedin-connections-chosen': 'limited',
  'linkedin-name-that-misleads': 'cannot-tell',
  'linkedin-unknown-language': 'cannot-tell',
  'mastodon-composer-followers': 'limited',
  'mastodon-composer-older': 'public',
  'mastodon-composer-public': 'public',
  'mastodon-composer-unknown': 'cannot-tell',
  'mastodon-default-private': 'limited',
  'mastodon-logged-out': 'cannot-tell',
  'tiktok-arabic-everyone': 'public',
  'tiktok-arabic-followers': 'limited',
  'tiktok-dutch-everyone': 'public',
  'tiktok-dutch-friends': 'limited',
  'tiktok-everyone': 'public',
  'tiktok-followers': 'limited',
  'tiktok-french-everyone': 'public',
  'tiktok-french-friends': 'limited',
  'tiktok-friends': 'limited',
  'tiktok-german-everyone': 'public',
  'tiktok-german-followers': 'limited',
  'tiktok-german-friends': 'limited',
  'tiktok-german-friends-longer': 'limited',
  'tiktok-german-only-me': 'limited',
  'tiktok-german-only-you': 'limited',
  'tiktok-only-you': 'limited',
  'tiktok-other-persons-profile': 'cannot-tell',
  'tiktok-portuguese-everyone': 'public',
  'tiktok-portuguese-only-you': 'limited',
  'tiktok-spanish-everyone': 'public',
  'tiktok-spanish-followers': 'limited',
  'tiktok-spanish-friends': 'limited',
  'tiktok-spanish-only-you': 'limited',
  'tiktok-unknown-language': 'cannot-tell',
  'x-logged-out': 'cannot-tell',
  'x-made-public-since': 'cannot-tell',
  'x-protected': 'limited',
  'x-protected-since': 'cannot-tell',
  'x-public': 'public',
  'x-someone-elses-padlock': 'cannot-tell',
}

const fragments = readdirSync(FOLDER).map((file) => file.replace('.html', ''))

function read(siteId: string, html: string, path = '/', cookie = ''): Reading | undefined {
  const { document } = parseHTML(`<!doctype html><html><head></head><body>${html}</body></html>`)
  Object.defineProperty(document, 'cookie', { value: cookie })
  return readerOf(siteId)?.(document as unknown as Document, path)
}

const html = (name: string) => readFileSync(`${FOLDER}${name}.html`, 'utf8')
const siteIn = (name: string) => name.replace(/-.*/, '').replace('mastodon', 'mastodon-mastodon.social')

describe('a page that says who sees a post', () => {
  it('has a fragment for every expectation and the other way round', () => {
    expect(fragments.toSorted()).toEqual(Object.keys(EXPECTED))
  })

  it.each(fragments)('%s', (name) => expect(read(siteIn(name), html(name))).toBe(EXPECTED[name]))

  it.each(fragments.map(siteIn).filter((id) => id !== 'bluesky'))('%s tells nothing on an empty page', (id) =>
    expect(read(id, '')).toBe('cannot-tell'),
  )

  it('tells nothing where the setting is being changed', () => {
    expect(read('instagram', html('instagram-private'), '/accounts/privacy_and_security/')).toBe('cannot-tell')
    expect(read('x', html('x-public'), '/settings/audience_and_tagging')).toBe('cannot-tell')
  })

  it('tells nothing when the account was switched after the page was loaded', () => {
    const name = 'instagram-private'
    expect(read('instagram', html(name), '/', 'csrftoken=a; ds_user_id=1234567890')).toBe('limited')
    expect(read('instagram', html(name), '/', 'csrftoken=a; ds_user_id=99')).toBe('cannot-tell')
  })

  it.each([
    ['<div id="mastodon"></div><script id="initial-state" type="application/json">{}</script>', true],
    ['<div id="mastodon"></div>', false],
    ['<script id="initial-state" type="application/json">{"compose":{"default_privacy":"public"}}</script>', false],
  ])('tells a server of Mastodon by its page: %s', (markup, expected) => {
    const { document } = parseHTML(`<!doctype html><html><body>${markup}</body></html>`)
    expect(isMastodon(document as unknown as Document)).toBe(expected)
  })

  it('belongs to a listed place', () => {
    const readable = LISTED.filter((site) => readerOf(site.id) !== null).map((site) => site.id)
    expect(new Set(readable.map((id) => id.replace(/-.*/, '')))).toEqual(
      new Set(['bluesky', 'facebook', 'instagram', 'linkedin', 'mastodon', 'tiktok', 'x']),
    )
    expect(readerOf('constructor')).toBeNull()
  })
})
