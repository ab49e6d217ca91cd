import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerAccountQuestion } from '../support/account-question'
import { type ChromiumBrowser, startChromium, until } from '../support/browsers'
import { type LocalSite, startLocalSite } from '../support/local-site/local-site'
import { recordedBy } from '../support/recorded'

let site: LocalSite
let browser: ChromiumBrowser

beforeAll(async () => {
  site = await startLocalSite()
  browser = await startChromium({ extension: true })
  await browser.context.grantPermissions(['clipboard-read', 'clipboard-write'])
})
afterAll(async () => {
  await browser?.close()
  await site?.close()
})

const open = (ofCase: string) => browser.open(site.address('www.instagram.com', `/paste.html?case=${ofCase}`))

// Firefox without a screen has no clipboard that could be filled.
describe('a paste in Chromium', () => {
  it('holds a picture, and gives it to the page once nothing was found in it', async () => {
    const tab = await open('picture')
    await tab.evaluate('copy(false)')
    await tab.click('#zone')
    await tab.press('Control+V')
    // Nothing is found in it; only the question about the account is due.
    await (await tab.pause()).press('audience-later')
    await until('the upload', async () => site.uploads('picture')[0])
    const { events, files } = await recordedBy(tab)
    const pastes = events.filter(({ type, where }) => type === 'paste' && where === 'window capture')
    expect(pastes.map(({ trusted }) => trusted)).toEqual([false])
    expect(files.map(({ type }) => type)).toContain('image/png')
    expect(await tab.isPaused()).toBe(false)
    await tab.close()
  })

  it('puts the text into a field when a picture of it lies beside it', async () => {
    const tab = await open('both')
    await tab.evaluate('copy(true)')
    await tab.click('#text')
    await tab.press('Control+V')
    await answerAccountQuestion(tab)
    await until('the text', () => tab.evaluate(`document.querySelector('#text').value === 'some words'`))
    await tab.close()
  })

  it.each(['#text', '#editable'])('leaves text that is pasted into %s to the browser', async (field) => {
    const tab = await open('text')
    await tab.evaluate(`navigator.clipboard.writeText('plain words')`)
    await tab.click(field)
    await tab.press('Control+V')
    const written = `(({ value, textContent }) => value ?? textContent)(document.querySelector('${field}'))`
    await until('the text', () => tab.evaluate(`${written} === 'plain words'`))
    const { events } = await recordedBy(tab)
    expect(events.find(({ type }) => type === 'paste')?.trusted).toBe(true)
    await tab.close()
  })
})
