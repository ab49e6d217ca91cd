import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Tab, until } from '../support/browsers'
import { eachBrowser } from '../support/each-browser'
import { makePhoto } from '../support/made-photos'

let folder: string
/** Holds nothing that anybody reads: only how it was exposed. */
let technical: string
/** Holds the model of the phone, and nothing else that is found. */
let model: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pausephoto-copy-'))
  technical = await makePhoto(folder, 'technical.jpg', { technical: true })
  model = await makePhoto(folder, 'model.jpg', { model: 'iPhone 13' })
})
afterAll(() => rm(folder, { recursive: true }))

eachBrowser('a photo that says little', (stage) => {
  const noticeIn = async (tab: Tab) => {
    for (const frame of tab.frames()) {
      const text = await frame.evaluate<string>(`document.querySelector('.notice')?.innerText ?? ''`).catch(() => '')
      if (text) return { frame, text }
    }
    return null
  }
  const choose = async (ofCase: string, path: string) => {
    const tab = await stage.open('input.html', ofCase)
    await tab.choose('#one', [path])
    return tab
  }
  const settings = async (action: string, name: string, value: string) => {
    const page = await stage.browser.openExtensionPage('options.html')
    const press = `(document.querySelector('[data-action="${action}"]').click(), true)`
    await until('the setting', () => page.evaluate<boolean>(press).catch(() => false))
    const stored = `(globalThis.browser ?? chrome).storage.local.get('${name}').then((all) => all['${name}'] === '${value}')`
    await until('the setting to be stored', () => page.evaluate<boolean>(stored))
    await page.close()
  }

  it('goes as a clean copy where nothing is found; a clean one goes as the very same file', async () => {
    const tab = await choose(`${stage.name}-technical`, technical)
    // Nothing is asked but who sees the account, which is due on the first visit.
    await (await tab.pause()).press('audience-later')
    const { bytes } = await stage.received(`${stage.name}-technical`)
    expect(bytes.includes('Exif')).toBe(false)
    expect((await readFile(technical)).includes('Exif')).toBe(true)
    expect(await tab.isPaused()).toBe(false)
    await tab.close()

    const clean = join(folder, `${stage.name}-clean.jpg`)
    await writeFile(clean, bytes)
    const again = await choose(`${stage.name}-clean`, clean)
    expect((await stage.received(`${stage.name}-clean`)).bytes.equals(bytes)).toBe(true)
    // A copy of ours says when it was made, to the millisecond; the file says when it was written.
    expect(await again.evaluate(`document.querySelector('#one').files[0].lastModified`)).toBe(
      Math.floor((await stat(clean)).mtimeMs),
    )
    await again.close()
  })

  it('loses its small things with a notice, by which the parent can ask to be asked', async () => {
    const tab = await choose(`${stage.name}-model`, model)
    const { bytes } = await stage.received(`${stage.name}-model`)
    expect(bytes.includes('iPhone')).toBe(false)
    const { frame } = await until('the notice', async () => {
      const notice = await noticeIn(tab)
      return notice?.text.includes('These are small things') && notice
    })
    await frame.evaluate(`document.querySelector('[data-action="ask-again"]').click()`)
    await until('what the button did', async () => (await noticeIn(tab))?.text.includes('about small things too'))
    await tab.close()
    const asked = await choose(`${stage.name}-model-asked`, model)
    await stage.answer(asked, 'cancel')
    await asked.close()
    await settings('small-tell', 'smallThings', 'tell')
  })

  it('goes exactly as it is where the parent wants that of photos in which nothing is found', async () => {
    await settings('leave-untouched', 'nothingFound', 'leave')
    const tab = await choose(`${stage.name}-untouched`, technical)
    expect((await stage.received(`${stage.name}-untouched`)).bytes.equals(await readFile(technical))).toBe(true)
    await tab.close()
    await settings('leave-untouched', 'nothingFound', 'copy')
  })

  it('is among the last ones in the popup, with what was done', async () => {
    const popup = await stage.browser.openExtensionPage('popup.html')
    const list = await until('the list', () =>
      popup.evaluate<string>(`document.querySelector('.popup-recent')?.textContent`).catch(() => ''),
    )
    expect(list).toContain('Instagram')
    expect(list).toContain('Small details left out')
    expect(list).toContain('Taken out: details of the phone or camera.')
    await popup.close()
  })
})
