import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Tab, until } from '../support/browsers'
import { eachBrowser } from '../support/each-browser'
import { makePhoto } from '../support/made-photos'
import { placeTags } from '../support/place-tags'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pausephoto-leaving-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** How far a choice has come when its page goes away; each on a site whose account was not asked about yet. */
const STAGES = {
  'before anything is asked': { host: 'www.facebook.com', reach: async () => {} },
  'while the question stands': { host: 'x.com', reach: (tab: Tab) => tab.pause() },
  'while the account is asked about': {
    host: 'www.tiktok.com',
    async reach(tab: Tab) {
      const pause = await tab.pause()
      await pause.press('clean')
      await until('the account question', () =>
        pause.evaluate(`document.querySelector('[data-action="audience-later"]') !== null`),
      )
    },
  },
}

eachBrowser('a page that goes away', (stage) => {
  it.each(Object.entries(STAGES))('%s takes nothing along, and the next choice is asked about', async (name, at) => {
    const address = (ofCase: string) => stage.site.address(at.host, `/input.html?case=${ofCase}`)
    const ofCase = `${stage.name}-${name.replace(/ /g, '-')}`
    const photo = (which: string) => makePhoto(folder, `${ofCase}-${which}.jpg`, { place: true, caption: which })
    const left = await stage.browser.open(address(`${ofCase}-left`))
    const closed = await stage.browser.open(address(`${ofCase}-closed`))
    for (const tab of [left, closed]) {
      await tab.give('#one', [await photo(tab === left ? 'left' : 'closed')])
      await at.reach(tab)
      if (tab === closed) await tab.close()
      else await tab.go(address(`${ofCase}-next`))
    }
    await left.choose('#one', [await photo('next')])
    await stage.expectNothingSeen(left)
    const pause = await left.pause()
    await until('the question about the next one', async () => (await pause.text()).includes('next'))
    await pause.press('clean')
    await stage.settle(left)
    const { bytes } = await stage.received(`${ofCase}-next`)
    expect(await placeTags(bytes)).toEqual([])
    for (const which of ['left', 'closed']) expect(stage.site.uploads(`${ofCase}-${which}`)).toEqual([])
    await left.close()
  })
})
