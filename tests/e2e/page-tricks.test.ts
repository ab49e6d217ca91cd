import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Tab, until } from '../support/browsers'
import { eachBrowser } from '../support/each-browser'
import { WITH_PLACE, WITH_PLACE_SIZE } from '../support/photos'
import { recordedBy } from '../support/recorded'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pausephoto-tricks-'))
})
afterAll(() => rm(folder, { recursive: true }))

const HOST = 'document.documentElement.lastElementChild'

eachBrowser('a page with tricks', (stage) => {
  const cancelled = (tab: Tab) =>
    until('the cancel event', async () =>
      (await recordedBy(tab)).events.some(({ type, trusted }) => type === 'cancel' && !trusted),
    )
  const clean = async (tab: Tab, ofCase: string) => {
    await stage.answer(tab, 'clean')
    await stage.expectClean(tab, ofCase)
    await tab.close()
  }

  it('that replaces the prototypes learns nothing and answers nothing', async () => {
    const ofCase = `${stage.name}-hostile`
    const tab = await stage.open('hostile.html', ofCase)
    await tab.choose('#one', [WITH_PLACE])
    const pause = await tab.pause()
    expect((await recordedBy(tab)).files.map(({ where }) => where)).toEqual([])
    await pause.press('clean')
    await stage.settle(tab)
    await stage.expectClean(tab, ofCase)
    await tab.close()
  })

  it('that writes itself anew is watched again', async () => {
    const ofCase = `${stage.name}-rewritten`
    const tab = await stage.open('rewritten.html', ofCase)
    await until('the new document', () => tab.evaluate(`!!document.querySelector('#one') && !!window.recorded`))
    await tab.choose('#one', [WITH_PLACE])
    await clean(tab, ofCase)
  })

  it('that takes the dialog away gets nothing', async () => {
    const tab = await stage.open('input.html', `${stage.name}-removed`)
    await tab.choose('#one', [WITH_PLACE])
    await tab.pause()
    await tab.evaluate(`${HOST}.remove()`)
    await cancelled(tab)
    await stage.expectNothingSeen(tab)
    expect(tab.confirms).toEqual([])
    await tab.close()
  })

  it('cannot hide the dialog, and cannot reach into it', async () => {
    const ofCase = `${stage.name}-hidden`
    const tab = await stage.open('input.html', ofCase)
    await tab.choose('#one', [WITH_PLACE])
    await tab.pause()
    await tab.evaluate(`
      ${HOST}.style.cssText = 'display: none !important; opacity: 0 !important; transform: scale(0) !important'
      document.head.append(Object.assign(document.createElement('style'), { textContent: 'div { display: none !important }' }))
    `)
    expect(await tab.isPaused()).toBe(true)
    expect(await tab.evaluate(`getComputedStyle(${HOST}).display + getComputedStyle(${HOST}).opacity`)).toBe('inline1')
    expect(await tab.evaluate(`${HOST}.shadowRoot`)).toBe(null)
    expect(await tab.evaluate('window.length')).toBe(0)
    await clean(tab, ofCase)
  })

  it('cannot stay in front of the dialog', async () => {
    const ofCase = `${stage.name}-covered`
    const tab = await stage.open('input.html', ofCase)
    await tab.choose('#one', [WITH_PLACE])
    await tab.pause()
    await tab.evaluate(`
      const cover = document.createElement('dialog')
      cover.style.cssText = 'width: 100vw; height: 100vh; max-width: none; max-height: none; border: 0'
      document.body.append(cover)
      cover.showModal()
    `)
    await until('the pause to be in front again', () => tab.isPaused())
    await clean(tab, ofCase)
  })

  it('cannot paint over the dialog, not even with what takes no clicks', async () => {
    const ofCase = `${stage.name}-painted`
    const tab = await stage.open('input.html', ofCase)
    // A page that wants to stay in front keeps the news of its overlay from everyone else.
    await tab.evaluate(`for (const type of ['beforetoggle', 'toggle'])
      addEventListener(type, (event) => event.stopImmediatePropagation(), true)`)
    await tab.choose('#one', [WITH_PLACE])
    await tab.pause()
    await tab.evaluate(`
      const overlay = Object.assign(document.createElement('p'), { popover: 'manual' })
      overlay.style.cssText = 'inset: 0; width: 100vw; height: 100vh; margin: 0; background: red; pointer-events: none'
      document.body.append(overlay)
      overlay.showPopover()
    `)
    const path = join(folder, `${ofCase}.png`)
    const isRed = async () => {
      await tab.screenshot(path)
      const { dominant } = await sharp(path).stats()
      return dominant.r > 200 && dominant.g < 60
    }
    await until('the dialog to be in front again', async () => !(await isRed()))
    await clean(tab, ofCase)
  })

  it('that takes the input away while its photo is held still gets the answer', async () => {
    const ofCase = `${stage.name}-input-gone`
    const tab = await stage.open('input.html', ofCase)
    await tab.choose('#one', [WITH_PLACE])
    await tab.pause()
    await tab.evaluate(
      `history.pushState({}, '', location.search + '&page=2'); document.querySelector('#one').remove()`,
    )
    await clean(tab, ofCase)
  })

  it('that shows a modal dialog of its own is paused in front of it', async () => {
    const ofCase = `${stage.name}-own-modal`
    const tab = await stage.open('input.html', ofCase)
    await tab.evaluate(`
      const own = document.createElement('dialog')
      document.body.append(own)
      own.append(document.querySelector('#one'))
      own.showModal()
    `)
    await tab.choose('#one', [WITH_PLACE])
    await clean(tab, ofCase)
  })

  const policies = {
    'a strict CSP': `csp=${encodeURIComponent("default-src 'none'; script-src 'self' 'unsafe-inline'; connect-src 'self'")}`,
    'Trusted Types': `csp=${encodeURIComponent("require-trusted-types-for 'script'; trusted-types 'none'")}`,
    'isolation (COEP and COOP)': 'coep=require-corp&coop=same-origin',
  }
  it.each(Object.entries(policies))('with %s is paused like any other', async (name, query) => {
    const ofCase = `${stage.name}-${name.replace(/\W/g, '')}`
    const tab = await stage.open(`input.html?${query}`, ofCase)
    await tab.choose('#one', [WITH_PLACE])
    const box = await (await tab.pause()).evaluate<number[]>('[innerWidth, innerHeight]')
    expect(box[0]).toBeGreaterThan(600)
    expect(box[1]).toBeGreaterThan(500)
    await clean(tab, ofCase)
  })

  it('in a sandbox of its own policy never gets the photo unasked', async () => {
    const ofCase = `${stage.name}-sandbox`
    const tab = await stage.open(`input.html?csp=${encodeURIComponent('sandbox allow-scripts allow-modals')}`, ofCase)
    await tab.choose('#one', [WITH_PLACE])
    await until(
      'the pause or the browser’s own question',
      async () => (await tab.isPaused()) || tab.confirms.length > 0,
    )
    const { files } = await recordedBy(tab)
    expect(files.map(({ size }) => size)).not.toContain(WITH_PLACE_SIZE)
    await tab.close()
  })
})
