import { beforeEach, describe, expect, it, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { addedSites } from '../../../src/settings/settings'
import { addSite, keepGranted, removeSite } from '../../../src/site-access/add-site'
import { checkEverywhere, checkKnownSites, isEverywhere } from '../../../src/site-access/everywhere'
import { registerAddedSites } from '../../../src/site-access/register'

type Script = Parameters<typeof fakeBrowser.scripting.registerContentScripts>[0][number]

const FORUM = '*://*.forum.example.org/*'
const SCHOOL = '*://*.school.example/*'

/** What the browser keeps of permissions and registered scripts, as far as these functions use it. */
function standIn() {
  const granted = new Set<string>()
  let registered: Script[] = []
  let refuses = false
  vi.spyOn(fakeBrowser.permissions, 'contains').mockImplementation(async ({ origins = [] }) =>
    origins.every((origin: string) => granted.has(origin)),
  )
  vi.spyOn(fakeBrowser.permissions, 'request').mockImplementation(async ({ origins = [] }) => {
    if (!refuses) for (const origin of origins) granted.add(origin)
    return !refuses
  })
  vi.spyOn(fakeBrowser.permissions, 'remove').mockImplementation(async ({ origins = [] }) => {
    for (const origin of origins) {
      // Chromium takes all that lie within, those of the manifest too; Firefox takes what it is told.
      const within = import.meta.env.FIREFOX ? origin : origin.replace(/^\*:\/\/(\*\.)?/, '').replace(/^\*/, '')
      for (const one of granted)
        if (one === origin || (!import.meta.env.FIREFOX && one.endsWith(within))) granted.delete(one)
    }
    return true
  })
  vi.spyOn(fakeBrowser.scripting, 'getRegisteredContentScripts').mockImplementation(async (filter) =>
    registered.filter(({ id }) => filter?.ids?.includes(id) ?? true),
  )
  vi.spyOn(fakeBrowser.scripting, 'registerContentScripts').mockImplementation(async (scripts) => {
    if (scripts.some(({ id }) => registered.some((known) => known.id === id))) throw new Error('Duplicate script ID')
    registered.push(...scripts)
  })
  vi.spyOn(fakeBrowser.scripting, 'updateContentScripts').mockImplementation(async (scripts) => {
    registered = registered.map((known) => ({ ...known, ...scripts.find(({ id }) => id === known.id) }))
  })
  vi.spyOn(fakeBrowser.scripting, 'unregisterContentScripts').mockImplementation(async (filter) => {
    registered = registered.filter(({ id }) => !filter?.ids?.includes(id))
  })
  return {
    granted,
    refuse: () => {
      refuses = true
    },
    scripts: () => registered,
  }
}

let inBrowser: ReturnType<typeof standIn>

beforeEach(() => {
  fakeBrowser.reset()
  inBrowser = standIn()
})

describe('adding a site', () => {
  it('asks for that site alone, and puts both scripts into it', async () => {
    expect(await addSite('www.forum.example.org', 1)).toMatchObject({ outcome: 'added' })
    await registerAddedSites()
    expect([...inBrowser.granted]).toEqual([FORUM])
    expect(inBrowser.scripts()).toMatchObject([
      { js: ['page-world.js'], world: 'MAIN', matches: [FORUM], runAt: 'document_start', allFrames: true },
      { js: ['guard.js'], world: 'ISOLATED', matches: [FORUM], runAt: 'document_start', allFrames: true },
    ])
    for (const script of inBrowser.scripts()) expect(script.excludeMatches).toContain('https://*.instagram.com/*')
  })

  it('adds nothing when the parent refuses', async () => {
    inBrowser.refuse()
    expect(await addSite('forum.example.org', 1)).toEqual({ outcome: 'refused' })
    await registerAddedSites()
    expect(await addedSites.getValue()).toEqual([])
    expect(inBrowser.scripts()).toEqual([])
  })

  it('is kept by the background when the popup was closed by the question', async () => {
    await keepGranted([FORUM, FORUM.replace('*://', 'https://'), '*://*/*', '*://*.instagram.com/*'], 1)
    await Promise.all([keepGranted([FORUM], 2), keepGranted([SCHOOL], 2)])
    expect(await addedSites.getValue()).toEqual([FORUM, SCHOOL])
  })

  it('does not ask for what is watched already, or is no address', async () => {
    expect(await addSite('instagram.com', 1)).toEqual({ outcome: 'already-watched', name: 'Instagram' })
    expect(await addSite('my forum', 1)).toEqual({ outcome: 'not-an-address' })
    expect(inBrowser.granted.size).toBe(0)
  })
})

describe('registering', () => {
  it('changes what is registered when a second site comes, and when one goes', async () => {
    await addSite('forum.example.org', 1)
    await registerAddedSites()
    await addSite('school.example', 1)
    await registerAddedSites()
    expect(inBrowser.scripts().map(({ matches }) => matches)).toEqual([
      [FORUM, SCHOOL],
      [FORUM, SCHOOL],
    ])
    await removeSite(FORUM)
    await registerAddedSites()
    expect(inBrowser.scripts().map(({ matches }) => matches)).toEqual([[SCHOOL], [SCHOOL]])
    expect([...inBrowser.granted]).toEqual([SCHOOL])
    await removeSite(SCHOOL)
    await registerAddedSites()
    expect(inBrowser.scripts()).toEqual([])
  })

  it('leaves out a site whose permission the parent took back in the browser', async () => {
    await addSite('forum.example.org', 1)
    await addSite('school.example', 1)
    inBrowser.granted.delete(FORUM)
    await registerAddedSites()
    expect(inBrowser.scripts().map(({ matches }) => matches)).toEqual([[SCHOOL], [SCHOOL]])
  })

  it('stays right when it is called several times at once', async () => {
    await addSite('forum.example.org', 1)
    await Promise.all([registerAddedSites(), registerAddedSites(), registerAddedSites()])
    expect(inBrowser.scripts()).toHaveLength(2)
  })
})

describe('every site', () => {
  it('gets both scripts once the browser allows it, but for those that have them already', async () => {
    await addSite('www.forum.example.org', 1)
    expect(await checkEverywhere(1)).toBe(true)
    await registerAddedSites()
    expect(inBrowser.scripts().map(({ matches }) => matches)).toEqual([['*://*/*'], ['*://*/*']])
    expect(inBrowser.scripts()[0]?.excludeMatches).toContain('https://*.instagram.com/*')
    await checkKnownSites()
    await registerAddedSites()
    expect(inBrowser.scripts().map(({ matches }) => matches)).toEqual([[FORUM], [FORUM]])
  })

  it.each([
    {
      browser: 'Chromium',
      isFirefox: false,
      kept: ['https://mail.google.com/*', FORUM, '*://*.google.com/*', '*://*/*'],
    },
    { browser: 'Firefox', isFirefox: true, kept: ['https://mail.google.com/*', FORUM] },
  ])('costs no other site its permission when it is given back in $browser', async ({ isFirefox, kept }) => {
    vi.stubEnv('FIREFOX', isFirefox ? 'true' : '')
    inBrowser.granted.add('https://mail.google.com/*')
    await addSite('forum.example.org', 1)
    await addSite('google.com', 1)
    await checkEverywhere(1)
    await removeSite('*://*.google.com/*')
    await checkKnownSites()
    await registerAddedSites()
    expect([...inBrowser.granted]).toEqual(kept)
    expect(inBrowser.scripts().map(({ matches }) => matches)).toEqual([[FORUM], [FORUM]])
    expect(await isEverywhere()).toBe(false)
    vi.unstubAllEnvs()
  })

  it('is as before when the browser does not allow it', async () => {
    inBrowser.refuse()
    expect(await checkEverywhere(1)).toBe(false)
    expect(await isEverywhere()).toBe(false)
    await registerAddedSites()
    expect(inBrowser.scripts()).toEqual([])
  })
})
