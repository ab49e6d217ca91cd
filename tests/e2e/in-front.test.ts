import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type ChromiumTab, type FirefoxTab, type PausePage, type Tab, until } from '../support/browsers'
import { eachBrowser } from '../support/each-browser'
import { WITH_PLACE } from '../support/photos'

const COMPOSER = `<!doctype html><meta charset="utf-8"><script src="/recorder.js"></script>
  <body style="height: 3000px">
  <button popovertarget="composer" id="open" style="position: fixed; top: 0">Write</button>
  <div popover id="composer"><textarea id="text" rows="8"></textarea><input type="file" id="photo"></div>
  <p id="words" style="margin-top: 900px">Some words of the page</p>
  <script>photo.onchange = () => upload(photo.files)</script>`

/** Where a person is in the page. */
const PLACE = `JSON.stringify({
  focus: document.activeElement.id,
  popover: document.querySelector('#composer').matches(':popover-open'),
  text: text.value, caret: [text.selectionStart, text.selectionEnd],
  scroll: scrollY,
  hit: document.elementFromPoint(innerWidth / 2, innerHeight / 2)?.localName,
})`

/** Everything in the window's events that lies in a closed root. */
const WATCH_ROOTS = `{
  window.inside = []
  const names = ['focus', 'focusin', 'blur', 'focusout', 'keydown', 'keyup', 'click', 'mousedown']
  for (const kind of ['over', 'out', 'move']) names.push('mouse' + kind, 'pointer' + kind)
  for (const name of names) addEventListener(name, (event) => {
    for (const attribute of ['target', 'originalTarget', 'explicitOriginalTarget', 'relatedTarget', 'rangeParent']) {
      const node = event[attribute]
      if (node?.getRootNode && node.getRootNode() !== document) inside.push([name, attribute, node.localName].join(' '))
    }
  }, true)
}`

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pausephoto-front-'))
})
afterAll(() => rm(folder, { recursive: true }))

eachBrowser('the dialog', (stage) => {
  const open = (name: string, body: string) => {
    stage.site.serve(`/served/${name}.html`, 'text/html', body)
    return stage.browser.open(
      stage.site.address('www.instagram.com', `/served/${name}.html?case=${stage.name}-${name}`),
    )
  }
  const mouse = (tab: Tab) => (tab as ChromiumTab | FirefoxTab).page.mouse

  /** Clicks where the button is, once, and says whether the pause page took it for an answer. */
  const clickCounts = async (tab: Tab, pause: PausePage, action: string): Promise<boolean> => {
    const [x, y] = await pause.evaluate<[number, number]>(`(() => {
      window.clicks = []
      addEventListener('click', (click) => { clicks.push(!click.defaultPrevented) }, { once: true })
      const { x, y, width, height } = document.querySelector('[data-action="${action}"]').getBoundingClientRect()
      return [x + width / 2, y + height / 2]
    })()`)
    await mouse(tab).click(x, y)
    await until('the click', () => pause.evaluate<boolean>('clicks.length > 0'))
    return pause.evaluate<boolean>('clicks[0]')
  }
  const isReady = (pause: PausePage) =>
    until('the answers to be there for a while', () =>
      pause.evaluate<boolean>(`(() => {
        const there = document.querySelector('[data-action="send-as-is"]')
        if (there) window.seenAt ??= performance.now()
        return there !== null && performance.now() - seenAt > 700
      })()`),
    )

  it.each(['clean', 'send-as-is', 'cancel'] as const)('leaves the page as it was after “%s”', async (action) => {
    const tab = await open(`composer-${action}`, COMPOSER)
    await tab.evaluate(`scrollTo(0, 500)`)
    await tab.click('#open')
    await tab.click('#text')
    for (const letter of 'Hello') await tab.press(letter)
    await tab.evaluate('text.setSelectionRange(1, 3)')
    const before = await tab.evaluate<string>(PLACE)
    expect(JSON.parse(before)).toMatchObject({ focus: 'text', popover: true, text: 'Hello', scroll: 500 })
    await tab.give('#photo', [WITH_PLACE])
    const pause = await tab.pause()
    expect(await tab.evaluate(`document.querySelector('#composer').matches(':popover-open')`)).toBe(true)
    await tab.evaluate(`text.value += ' there'; text.setSelectionRange(1, 3)`)
    await pause.press(action)
    if (action !== 'cancel') await stage.settle(tab)
    await until('the dialog to close', async () => !(await tab.isPaused()))
    const hit = JSON.parse(before).hit
    expect(JSON.parse(await tab.evaluate<string>(PLACE))).toEqual({ ...JSON.parse(before), text: 'Hello there', hit })
    await tab.close()
  })

  it('cannot be reached by the events of its frame', async () => {
    const tab = await open('events', `${COMPOSER}<script>${WATCH_ROOTS}</script>`)
    await tab.give('#photo', [WITH_PLACE])
    const pause = await tab.pause()
    for (let step = 0; step < 6; step++) await mouse(tab).move(100 + step * 150, 100 + step * 90)
    for (const key of ['Tab', 'Tab', 'Shift+Tab']) await tab.press(key)
    await mouse(tab).click(3, 3)
    await pause.press('cancel')
    await until('the dialog to close', async () => !(await tab.isPaused()))
    expect(await tab.evaluate('inside')).toEqual([])
    await tab.close()
  })

  it('takes no answer while something is put over it again and again', async () => {
    const tab = await open('again', COMPOSER)
    await tab.give('#photo', [WITH_PLACE])
    const pause = await tab.pause()
    await isReady(pause)
    await tab.evaluate(`{
      const cover = Object.assign(document.createElement('div'), { popover: 'manual' })
      cover.style.cssText = 'inset: 0; width: 100vw; height: 60vh; background: white; pointer-events: none'
      document.body.append(cover)
      window.covered = 0
      const again = () => {
        if (window.stopped) return cover.remove()
        cover.hidePopover()
        cover.showPopover()
        covered++
        setTimeout(again, 50)
      }
      again()
    }`)
    await until('the cover', () => tab.evaluate('covered > 3'))
    expect(await clickCounts(tab, pause, 'send-as-is')).toBe(false)
    await tab.evaluate('window.stopped = true')
    await until('an answer to count again', () => clickCounts(tab, pause, 'cancel').catch(() => true))
    expect(stage.site.uploads(`${stage.name}-again`)).toEqual([])
    await tab.close()
  })

  it('is not blackened by a filter over the whole page', async () => {
    const tab = await open('filter', COMPOSER)
    await tab.give('#photo', [WITH_PLACE])
    const pause = await tab.pause()
    await tab.evaluate(`document.documentElement.style.setProperty('filter', 'brightness(0)', 'important')`)
    const path = join(folder, `${stage.name}-filter.png`)
    await until('the dialog to be seen', async () => {
      await tab.screenshot(path)
      const { channels } = await sharp(path).stats()
      return (channels[0]?.max ?? 0) > 200
    })
    await pause.press('cancel')
    await until('the dialog to close', async () => !(await tab.isPaused()))
    await until('the page to have its filter again', () =>
      tab.evaluate(`getComputedStyle(document.documentElement).filter === 'brightness(0)'`),
    )
    await tab.close()
  })

  it('is not covered by a view transition', async () => {
    const tab = await open('transition', COMPOSER)
    await tab.give('#photo', [WITH_PLACE])
    const pause = await tab.pause()
    await isReady(pause)
    await tab.evaluate(`{
      const style = document.createElement('style')
      style.textContent = '::view-transition { pointer-events: none } ::view-transition-group(*) { animation-duration: 9999s }'
      document.head.append(style)
      document.startViewTransition(() => {}).ready.catch(() => {})
    }`)
    await until('its end', () => tab.evaluate(`!document.documentElement.matches(':active-view-transition')`))
    await pause.press('cancel')
    await tab.close()
  })

  it('takes no answer under what a closed shadow root puts over it, where the browser can tell', async () => {
    if (stage.name === 'firefox') return
    const tab = await open('closed-cover', COMPOSER)
    await tab.give('#photo', [WITH_PLACE])
    const pause = await tab.pause()
    await isReady(pause)
    await pause.evaluate(`void new IntersectionObserver((entries) => { window.isSeen = entries.at(-1).isVisible },
      { trackVisibility: true, delay: 100 }).observe(document.body)`)
    await until('the browser to look', () => pause.evaluate('window.isSeen === true'))
    await tab.evaluate(`{
      const host = document.createElement('div')
      document.body.append(host)
      const cover = Object.assign(document.createElement('div'), { popover: 'manual' })
      cover.style.cssText = 'inset: 0; width: 100vw; height: 60vh; background: white; pointer-events: none'
      host.attachShadow({ mode: 'closed' }).append(cover)
      cover.showPopover()
      window.uncover = () => host.remove()
    }`)
    await until('the browser to notice', () => pause.evaluate('window.isSeen === false'))
    expect(await clickCounts(tab, pause, 'send-as-is')).toBe(false)
    await tab.evaluate('uncover()')
    await until('an answer to count again', () => clickCounts(tab, pause, 'cancel').catch(() => true))
    expect(stage.site.uploads(`${stage.name}-closed-cover`)).toEqual([])
    await tab.close()
  })
})
