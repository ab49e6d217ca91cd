import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type ChromiumTab, type FirefoxTab, type Tab, until } from '../support/browsers'
import { eachBrowser } from '../support/each-browser'
import { makePhoto } from '../support/made-photos'
import { COVERED, type Edges, noticeCardIn } from '../support/notice-card'

/** Whether it lies over an element of the page. */
async function covers(tab: Tab, edges: Edges, id: string): Promise<boolean> {
  const { left, right, top, bottom } = await tab.evaluate<Edges>(
    `(({ left, right, top, bottom }) => ({ left, right, top, bottom }))(${id}.getBoundingClientRect())`,
  )
  return edges.left < right && edges.right > left && edges.top < bottom && edges.bottom > top
}

let folder: string
let photo: string
let text: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pausephoto-beside-'))
  photo = await makePhoto(folder, 'model.jpg', { model: 'iPhone 13' })
  text = join(folder, 'letter.txt')
  await writeFile(text, 'No photo.')
})
afterAll(() => rm(folder, { recursive: true }))

eachBrowser('the notice after an answer', (stage) => {
  /** The account question tells what was done, and leaves nothing for a notice: it comes first of all, once. */
  let isSettled = false
  const settle = async () => {
    if (isSettled) return
    isSettled = true
    const tab = await stage.open('notice.html', `${stage.name}-settled`)
    await tab.choose('#file', [photo])
    await (await tab.pause()).press('audience-later')
    await tab.close()
  }
  const shown = async (tab: Tab) => {
    await tab.choose('#file', [photo])
    return noticeCardIn(tab)
  }

  it('lies where nothing is used, as high as its text, and takes neither focus nor click nor drop', async () => {
    await settle()
    const tab = await stage.open('notice.html', `${stage.name}-beside`)
    const { frame, edges } = await shown(tab)
    expect(await tab.evaluate('window.chosen')).toBe(1)
    expect(await tab.evaluate('document.activeElement.id')).toBe('text')
    for (const id of ['composer', 'menu', 'more', 'file'])
      expect([id, await covers(tab, edges, id)]).toEqual([id, false])
    const [inner, text] = await frame.evaluate<[number, number]>(
      `[innerHeight, document.querySelector('.notice').scrollHeight]`,
    )
    expect(Math.abs(inner - text)).toBeLessThanOrEqual(3)
    await tab.click('#send')
    expect(await tab.evaluate('window.sent')).toBe(1)

    await frame.evaluate(`document.querySelector('.notice').dispatchEvent(new Event('dragenter', { bubbles: true }))`)
    await until('the notice to step aside', async () => (await tab.evaluate(COVERED)) === null)
    await until('the notice to come back', () => tab.evaluate<Edges | null>(COVERED))
    await frame.evaluate(`document.querySelector('[data-action="close"]').click()`)
    await until('the notice to go', async () => (await tab.evaluate(COVERED)) === null)
    expect(await tab.evaluate('document.activeElement.id')).toMatch(/text|send/)
    await tab.close()
  })

  it('is reached by keyboard, and gives the focus back', async () => {
    await settle()
    const tab = await stage.open('notice.html', `${stage.name}-keyboard`)
    const { frame } = await shown(tab)
    const has = () =>
      frame.evaluate<boolean>(`document.hasFocus() && document.activeElement?.dataset.action === 'ask-again'`)
    for (let presses = 0; presses < 12 && !(await has()); presses++) await tab.press('Tab')
    expect(await has()).toBe(true)
    await tab.press('Escape')
    await until('the notice to go', async () => (await tab.evaluate(COVERED)) === null)
    expect(await tab.evaluate('document.activeElement.id')).toBe('text')
    await tab.close()
  })

  it('gives the focus back that a click on it took', async () => {
    await settle()
    const tab = await stage.open('notice.html', `${stage.name}-clicked`)
    const { edges } = await shown(tab)
    await tab.evaluate(`void (window.log.length = window.keys = 0, addEventListener('keydown', () => window.keys++))`)
    await (tab as ChromiumTab | FirefoxTab).page.mouse.click(edges.left + 20, edges.top + 20)
    await until('the focus to go and to come back', () => tab.evaluate(`window.log.join() === 'blur,focus'`))
    await tab.press('x')
    await until('the key', () => tab.evaluate('window.keys === 1'))
    expect(await tab.evaluate('document.activeElement.id')).toBe('text')
    await tab.close()
  })

  // In Firefox no driver can drag over a frame of another process; there the test above sends the pause page its event.
  it.skipIf(stage.name === 'firefox')('lets the page have what is really dropped on it', async () => {
    await settle()
    const tab = await stage.open('notice.html', `${stage.name}-dropped-on`)
    const { edges } = await shown(tab)
    const { left, right, top, bottom } = edges
    await tab.evaluate(`{
      const under = Object.assign(document.createElement('div'), { id: 'under' })
      under.style.cssText = 'position:fixed;left:${left}px;top:${top}px;width:${right - left}px;height:${bottom - top}px'
      document.body.append(under)
    }`)
    expect(await tab.evaluate<Edges | null>(COVERED)).not.toBeNull()
    await tab.drop('#under', [text])
    await until('the drop', () => tab.evaluate('window.dropped === 1'))
    await until('the notice to come back', () => tab.evaluate<Edges | null>(COVERED))
    await tab.close()
  })

  it('is as high as its text from right to left in letters of twice the size, beside what is used', async () => {
    await settle()
    const options = await stage.browser.openExtensionPage('options.html')
    await options.evaluate(`chrome.storage.local.set({ language: 'ar' })`)
    const tab = await stage.open('notice.html', `${stage.name}-large`)
    const { frame } = await shown(tab)
    expect(await frame.evaluate('document.documentElement.dir')).toBe('rtl')
    await frame.evaluate(`document.documentElement.style.fontSize = '200%'`)
    const heights = `[innerHeight, document.querySelector('.notice').scrollHeight]`
    await until('the notice to be as high as its text', async () => {
      const [inner, content] = await frame.evaluate<[number, number]>(heights)
      return content > 150 && Math.abs(inner - content) <= 3
    })
    const edges = await until('the notice to be seen', () => tab.evaluate<Edges | null>(COVERED))
    for (const id of ['composer', 'menu', 'more', 'file'])
      expect([id, await covers(tab, edges, id)]).toEqual([id, false])
    expect(await tab.evaluate('document.activeElement.id')).toBe('text')
    await options.evaluate(`chrome.storage.local.remove('language')`)
    await options.close()
    await tab.close()
  })

  it('is seen over a modal dialog of the page, which keeps the focus and can be used', async () => {
    await settle()
    const tab = await stage.open('notice.html', `${stage.name}-modal`)
    await tab.evaluate(`{
      const modal = document.createElement('dialog')
      modal.id = 'modal'
      modal.append(file, Object.assign(document.createElement('button'), { id: 'post', onclick: () => window.posted = true }))
      document.body.append(modal)
      modal.showModal()
      file.addEventListener('change', () => post.focus())
    }`)
    await tab.choose('#file', [photo])
    // Inert, it is found at no point; that it is drawn in front is known from where the browser keeps it.
    const inFront = `(() => { const own = document.querySelector('html>div'); return own !== null && own.matches(':popover-open') })()`
    await until('the notice in the top layer', () => tab.evaluate(inFront))
    expect(await tab.evaluate('[modal.matches(":modal"), document.activeElement.id]')).toEqual([true, 'post'])
    await tab.click('#post')
    expect(await tab.evaluate('window.posted')).toBe(true)
    await tab.evaluate('modal.close()')
    const card = await noticeCardIn(tab)
    await card.click('close')
    await until('the notice to go', async () => (await tab.evaluate(COVERED)) === null)
    await tab.close()
  })
})
