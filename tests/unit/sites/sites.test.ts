import { describe, expect, it } from 'vitest'
import { siteIdOf, siteOf } from '../../../src/sites'
import { demo } from '../../../src/sites/demo'
import { LISTED } from '../../../src/sites/listed'
import { contentScriptMatches, coversHost } from '../../../src/sites/match-pattern'
import type { Claim, Site } from '../../../src/sites/site'
import en from '../../../src/words/en.json'

const ALL: readonly Site[] = [...LISTED, demo]

describe.each(ALL)('the site file of $name', (site) => {
  it('has patterns a browser accepts for blank and blob frames too', () => {
    expect(site.matches.length).toBeGreaterThan(0)
    for (const pattern of site.matches) expect(pattern).toMatch(/^https?:\/\/(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)+\/\*$/)
  })

  it('has at most three steps, all of them in words', () => {
    expect(site.steps.length).toBeGreaterThan(0)
    expect(site.steps.length).toBeLessThanOrEqual(3)
    for (const step of site.steps) expect(en).toHaveProperty([step])
  })

  it('links only to pages of its own, over https', () => {
    const page = site.privacyPage.value
    if (page === null) return
    expect(new URL(page).protocol).toBe('https:')
  })

  it('names a source for whatever it says without doubt', () => {
    const claims: Claim<unknown>[] = [site.audience, site.privacyPage, site.copies]
    if (site.fileModeKeeps) claims.push(site.fileModeKeeps)
    for (const claim of claims) {
      expect(claim.source === null).toBe(claim.doubt === 'unchecked')
      expect(claim.asOf ?? '2000').toMatch(/^20\d\d(-\d\d(-\d\d)?)?$/)
    }
  })

  it('is public for everyone when no setting can change that', () => {
    if (site.alwaysPublic) expect(site.audience.value).toBe('everyone')
  })
})

describe('the registry', () => {
  it('lists what every file of the folder holds', () => {
    const files = import.meta.glob<Record<string, unknown>>('../../../src/sites/*.ts', { eager: true })
    const held = Object.entries(files)
      .filter(([path]) => !/\/(index|listed)\.ts$/.test(path))
      .flatMap(([, module]) => Object.values(module).flat())
      .filter((value): value is Site => typeof value === 'object' && value !== null && 'matches' in value)
    expect(held.length).toBeGreaterThanOrEqual(30)
    expect(new Set(held)).toEqual(new Set(ALL))
  })

  it('gives every site an id, a name and a host of its own', () => {
    expect(new Set(ALL.map((site) => site.id)).size).toBe(ALL.length)
    expect(new Set(ALL.map((site) => site.name)).size).toBe(ALL.length)
    const patterns = ALL.flatMap((site) => site.matches)
    expect(new Set(patterns).size).toBe(patterns.length)
    const bare = (pattern: string) => pattern.replace(/^.*:\/\/(\*\.)?/, '').replace('/*', '')
    for (const site of ALL)
      for (const pattern of site.matches)
        expect(ALL.filter((other) => other.matches.some((theirs) => coversHost(theirs, bare(pattern))))).toEqual([site])
  })

  it.each([
    ['www.instagram.com', 'instagram'],
    ['WWW.Instagram.com', 'instagram'],
    ['www.instagram.com:8443', 'instagram'],
    ['www.instagram.com.', 'instagram'],
    ['instagram.com', 'instagram'],
    ['fr-fr.facebook.com', 'facebook'],
    ['x.com', 'x'],
    ['bsky.app', 'bluesky'],
    ['fr.klass.ly', 'klassly'],
    ['a-nursery.ouderportaal.nl', 'konnect'],
    ['photos.localhost', 'photos.localhost'],
    ['notinstagram.com', 'notinstagram.com'],
    ['instagram.com.example.org', 'instagram.com.example.org'],
    ['max.com', 'max.com'],
    ['www.forum.example', 'forum.example'],
  ])('knows %s as %s', (host, id) => {
    expect(siteIdOf(host)).toBe(id)
    expect(siteOf(host)?.id ?? null).toBe(LISTED.some((site) => site.id === id) ? id : null)
  })

  it('keeps the demo site and the machine itself out of what is published', () => {
    const patterns = contentScriptMatches(LISTED)
    for (const host of ['photos.localhost', 'localhost', '127.0.0.1'])
      expect(patterns.filter((pattern) => coversHost(pattern, host))).toEqual([])
    expect(contentScriptMatches([demo])).toEqual(['http://photos.localhost/*'])
  })

  it('refuses a pattern that would silently match nothing', () => {
    expect(() => coversHost('https://example.org/photos', 'example.org')).toThrow()
  })
})
