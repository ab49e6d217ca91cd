import { beforeEach, expect, it, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { addedSites, everywhere, sitesOff } from '../../../src/settings/settings'
import { pageState } from '../../../src/site-access/page-state'
import { markAdded, markStart } from '../../../src/site-access/watched-since'

const address = { host: 'forum.example.org', pattern: '*://*.forum.example.org/*' }

beforeEach(() => {
  fakeBrowser.reset()
  vi.spyOn(fakeBrowser.permissions, 'contains').mockResolvedValue(true)
})

it('knows a listed site', async () => {
  expect(await pageState('https://www.instagram.com/p/1', 100)).toMatchObject({
    kind: 'listed',
    site: { id: 'instagram' },
    allowed: true,
    reload: false,
  })
})

it('knows which listed sites the parent switched off', async () => {
  await sitesOff.setValue(['instagram'])
  expect(await pageState('https://www.instagram.com/', 100)).toMatchObject({ kind: 'listed', off: true })
  expect(await pageState('https://x.com/', 100)).toMatchObject({ kind: 'listed', off: false })
})

it('asks for a reload of pages that were open before the extension was there', async () => {
  await markStart(200)
  expect(await pageState('https://www.instagram.com/', 100)).toMatchObject({ reload: true })
  expect(await pageState('https://www.instagram.com/', 201)).toMatchObject({ reload: false })
  expect(await pageState('https://www.instagram.com/', null)).toMatchObject({ reload: false })
})

it('says when the browser does not let us watch', async () => {
  vi.spyOn(fakeBrowser.permissions, 'contains').mockResolvedValue(false)
  expect(await pageState('https://www.instagram.com/', 100)).toMatchObject({ kind: 'listed', allowed: false })
})

it('offers to add any other site, and knows it afterwards', async () => {
  expect(await pageState('http://www.forum.example.org:8080/new', 100)).toEqual({ kind: 'addable', address })
  await addedSites.setValue([address.pattern])
  await markAdded(address.pattern, 200)
  const added = { kind: 'added', address, allowed: true, off: false }
  expect(await pageState('http://www.forum.example.org:8080/new', 100)).toEqual({ ...added, reload: true })
  expect(await pageState('https://upload.forum.example.org/', 300)).toEqual({ ...added, reload: false })
  expect(await pageState('https://www.instagram.com/', 100)).toMatchObject({ reload: false })
})

it('knows that every site is checked, and which are not', async () => {
  await everywhere.setValue('on')
  await markAdded('*://*/*', 200)
  const state = { kind: 'everywhere', address, allowed: true }
  expect(await pageState('https://forum.example.org/new', 100)).toEqual({ ...state, reload: true, off: false })
  await sitesOff.setValue(['forum.example.org'])
  expect(await pageState('https://forum.example.org/new', 300)).toEqual({ ...state, reload: false, off: true })
  vi.spyOn(fakeBrowser.permissions, 'contains').mockResolvedValue(false)
  expect(await pageState('https://forum.example.org/new', 300)).toEqual({ kind: 'addable', address })
})

it.each([undefined, '', 'about:blank', 'chrome://extensions', 'file:///home/photo.jpg'])(
  '%s is out of reach',
  async (url) => expect(await pageState(url, null)).toEqual({ kind: 'out-of-reach' }),
)
