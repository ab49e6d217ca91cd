import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Frame, type Tab, until } from '../support/browsers'
import { eachBrowser } from '../support/each-browser'
import { makePhoto } from '../support/made-photos'

/** The points of a grid at which our element lies in front, as edges; null when it lies nowhere. */
const COVERED = `(() => {
  const found = []
  for (let x = 2; x < innerWidth; x += 4)
    for (let y = 2; y < innerHeight; y += 4)
      if (document.elementFromPoint(x, y)?.matches('html>div')) found.push([x, y])
  if (found.length === 0) return null
  const [xs, ys] = [found.map(([x]) => x), found.map(([, y]) => y)]
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) }
})()`
type Edges = Record<'left' | 'right' | 'top' | 'bottom', number>

let folder: string
let photo: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pausephoto-beside-'))
  photo = await makePhoto(folder, 'model.jpg', { model: 'iPhone 13' })
})
afterAll(() => rm(folder, { recursive: true }))

eachBrowser('the notice after an answer', (stage) => {
  const card = async (tab: Tab): Promise<Frame> =>
    until('the notice', async () => {
      for (const frame of tab.frames())
        if (await frame.evaluate<boolean>(`!!document.querySelector('.notice')`).catch(() => false)) return frame
      return null
    })
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
    const frame = await card(tab)
    const edges = await until('the notice to be seen', () => tab.evaluate<Edges | null>(COVERED))
    return { frame, edges }
  }

  it('lies where nothing is used, as high as its text, and takes neither focus nor click nor drop', async () => {
    await settle()
    const tab = await stage.open('notice.html', `${stage.name}-beside`)
    const { frame, edges } = await shown(tab)
    expect(await tab.evaluate('window.chosen')).toBe(1)
    expect(await tab.evaluate('document.activeElement.id')).toBe('text')
    const box = (id: string) =>
      tab.evaluate<Edges>(
        `(({ left, right, top, bottom }) => ({ left, right, top, bottom }))(${id}.getBoundingClientRect())`,
      )
    for (const id of ['composer', 'menu', 'more', 'file']) {
      const { left, right, top, bottom } = await box(id)
      const covers = edges.left < right && edges.right > left && edges.top < bottom && edges.bottom > top
      expect([id, covers]).toEqual([id, false])
    }
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
})
