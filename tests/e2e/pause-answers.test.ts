import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { violationsIn } from '../support/axe'
import { type PausePage, type Tab, until } from '../support/browsers'
import { eachBrowser } from '../support/each-browser'
import { personalValues } from '../support/exiftool'
import { BITMAP, makePhoto } from '../support/made-photos'
import { WITH_PLACE } from '../support/photos'

let folder: string
const photos: Record<'plain' | 'placed' | 'html' | 'bitmap' | 'text', string> = {
  plain: '',
  placed: '',
  html: '',
  bitmap: '',
  text: '',
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pausephoto-answers-'))
  photos.plain = await makePhoto(folder, 'plain.jpg')
  photos.placed = await makePhoto(folder, 'placed.jpg', { place: true, model: 'iPhone 13' })
  photos.html = await makePhoto(folder, 'html.jpg', { caption: '<img src=x onerror="document.title=1"><b>Lea</b>' })
  photos.bitmap = join(folder, 'drawing.bmp')
  await writeFile(photos.bitmap, BITMAP)
  photos.text = join(folder, 'text.jpg')
  await writeFile(photos.text, 'This is no picture.')
})
afterAll(async () => {
  await rm(folder, { recursive: true })
})

eachBrowser(
  'the pause',
  (stage) => {
    const { name } = stage
    beforeAll(answerAudience)

    const open = (ofCase: string, host = 'www.instagram.com') =>
      stage.browser.open(stage.site.address(host, `/input.html?case=${name}-${ofCase}`))
    const uploads = (ofCase: string, count: number) =>
      until(`${count} uploads`, async () => {
        const all = stage.site.uploads(`${name}-${ofCase}`)
        return all.length === count && all
      })
    const shows = (pause: PausePage, screen: string) =>
      until(`the screen “${screen}”`, () =>
        pause.evaluate<boolean>(`!!document.querySelector('[data-screen="${screen}"]')`),
      )
    const has = (pause: PausePage, action: string) =>
      pause.evaluate<boolean>(`!!document.querySelector('[data-action="${action}"]')`)
    const closes = (tab: Tab) => until('the dialog to close', async () => !(await tab.isPaused()))

    /** The account question comes first of all, so that it is out of the way in the other tests. */
    async function answerAudience() {
      const tab = await open('audience')
      await tab.choose('#one', [photos.plain])
      const pause = await tab.pause()
      await shows(pause, 'account')
      const text = await pause.text()
      expect(text).toContain('Who can see what you post on Instagram?')
      expect(text).toContain('Look for the switch “Private account”.')
      expect(text).not.toContain('Taken out')
      const link = 'document.querySelector(\'[data-action="open-privacy-page"]\')'
      expect(await pause.evaluate(`[${link}.href, ${link}.target, ${link}.rel]`)).toEqual([
        'https://www.instagram.com/accounts/privacy_and_security/',
        '_blank',
        'noreferrer',
      ])
      expect(stage.site.uploads(`${name}-audience`)).toEqual([])
      await pause.press('audience-limited')
      await uploads('audience', 1)
      await closes(tab)
      await tab.close()
    }

    it('opens nothing when nothing was found and the question was answered', async () => {
      const tab = await open('nothing')
      await tab.choose('#one', [photos.plain])
      expect((await uploads('nothing', 1))[0]?.fileName).toBe('plain.jpg')
      expect(await tab.isPaused()).toBe(false)
      await tab.close()
    })

    it('says the most telling thing with its values, and marks every finding', async () => {
      const tab = await open('telling')
      await tab.choose('#one', [photos.placed])
      const pause = await tab.pause()
      await shows(pause, 'findings')
      await until('the name of the place', () =>
        pause.evaluate(
          `document.querySelector('h1').textContent === 'Taken near Le Kremlin-Bicêtre, France, with an iPhone 13'`,
        ),
      )
      // A screen reader has read the headline with the position in it by then; it is told the name once.
      expect(
        await pause.evaluate(
          `Array.from(document.querySelectorAll('[role="status"]'), (one) => one.textContent).filter((text) => text !== '')`,
        ),
      ).toEqual(['Taken near Le Kremlin-Bicêtre, France'])
      expect(await pause.evaluate(`document.querySelector('[data-kind="place"]').innerText`)).toContain(
        'near Le Kremlin-Bicêtre, France – the file gives the exact spot',
      )
      expect(await pause.evaluate(`document.querySelector('.screen-note details').textContent`)).toBe(
        'Who says soComparison tables of tool makers (2026)',
      )
      const answersAt = `JSON.stringify(Array.from(document.querySelectorAll('.actions button'), (one) => one.getBoundingClientRect()))`
      await until('the map', () => pause.evaluate(`!!document.querySelector('.place-map-land')`))
      const before = await pause.evaluate<string>(answersAt)
      const label = `document.querySelector('.place-map svg').getAttribute('aria-label')`
      expect(await pause.evaluate(label)).toMatch(/^Map: near Le Kremlin-Bicêtre, France\. Around it: \S+/)
      expect(await pause.evaluate(`document.querySelector('.place-map-name[data-here="true"]').textContent`)).toBe(
        'Le Kremlin-Bicêtre',
      )
      const towns = `Array.from(document.querySelectorAll('.place-map-name'), (one) => one.textContent).join()`
      const afar = await pause.evaluate<string>(towns)
      await pause.evaluate(`document.querySelector('[data-action="zoom"]').click()`)
      await until('the region', () =>
        pause.evaluate(`document.querySelector('.place-map svg').getAttribute('aria-busy') !== 'true'`),
      )
      expect(await pause.evaluate(towns)).not.toBe(afar)
      expect(await pause.evaluate(answersAt)).toBe(before)
      await pause.evaluate(`document.querySelector('.findings details').open = true`)
      expect(await pause.evaluate(`document.querySelector('.findings details').innerText`)).toContain(
        'Taken near Le Kremlin-Bicêtre, France: 48.8133\u00a0N, 2.3622\u00a0E',
      )
      expect(await violationsIn(pause)).toEqual([])
      expect(
        await pause.evaluate(
          `Array.from(document.querySelectorAll('[data-kind]'), (one) => one.dataset.kind + ' ' + one.dataset.severity)`,
        ),
      ).toEqual(['place high', 'device low'])
      expect(await pause.evaluate(`document.activeElement.dataset.action`)).toBe('clean')
      await pause.press('clean')
      const [upload] = await uploads('telling', 1)
      expect(await personalValues(new Blob([new Uint8Array(upload?.bytes ?? [])]))).toEqual([])
      await closes(tab)
      await tab.close()
    })

    it('shows a photo that was turned the right way up', async () => {
      const tab = await open('turned')
      await tab.choose('#one', [WITH_PLACE])
      const pause = await tab.pause()
      await shows(pause, 'findings')
      await until('the picture', () => pause.evaluate(`document.querySelector('.thumbnail').dataset.state === 'shown'`))
      const corner = await pause.evaluate<number[]>(
        `(async () => {
        const shown = document.querySelector('.thumbnail canvas')
        const copy = new OffscreenCanvas(shown.width, shown.height).getContext('2d')
        copy.drawImage(shown, 0, 0)
        return [...copy.getImageData(shown.width / 2, 4, 1, 1).data]
      })()`,
      )
      const upright = await topMiddle(WITH_PLACE)
      expect(Math.max(...upright.map((value, at) => Math.abs(value - (corner[at] ?? 0))))).toBeLessThan(24)
      await pause.press('cancel')
      await closes(tab)
      await tab.close()
    })

    it('shows HTML in a caption as text', async () => {
      const tab = await open('html')
      await tab.choose('#one', [photos.html])
      const pause = await tab.pause()
      await shows(pause, 'findings')
      expect(await pause.text()).toContain('<img src=x onerror="document.title=1"><b>Lea</b>')
      expect(await pause.evaluate(`document.querySelectorAll('main img, main b').length`)).toBe(0)
      expect(await pause.evaluate('document.title')).toBe('PausePhoto')
      await pause.press('send-as-is')
      expect((await uploads('html', 1))[0]?.fileName).toBe('html.jpg')
      await tab.close()
    })

    it('gives one answer for all, and leaves alone what says nothing', async () => {
      const tab = await open('all')
      await tab.choose('#many', [photos.plain, photos.placed, photos.html])
      const pause = await tab.pause()
      await shows(pause, 'findings')
      expect(await pause.text()).toContain('1 of 3 photos shows where it was taken')
      await pause.press('clean')
      const all = await uploads('all', 3)
      for (const { bytes } of all) expect(await personalValues(new Blob([new Uint8Array(bytes)]))).toEqual([])
      await tab.close()
    })

    it('takes no answer in the moment in which another question comes up', async () => {
      const tab = await open('moment', 'www.facebook.com')
      await tab.choose('#one', [photos.placed])
      const pause = await tab.pause()
      await shows(pause, 'findings')
      await pause.evaluate(`new MutationObserver(() => {
      const button = document.querySelector('[data-action="audience-public"]')
      if (!button || document.body.dataset.clicked) return
      document.body.dataset.clicked = 'at once'
      button.dispatchEvent(new MouseEvent('click', { detail: 2, bubbles: true, cancelable: true }))
    }).observe(document.body, { childList: true, subtree: true })`)
      await pause.press('clean')
      await until('the click', async () => (await pause.evaluate('document.body.dataset.clicked')) === 'at once')
      await shows(pause, 'account')
      expect(stage.site.uploads(`${name}-moment`)).toEqual([])
      await pause.press('audience-later')
      await uploads('moment', 1)
      await closes(tab)
      await tab.close()
      // Had the first click been taken, its answer would stand here.
      const own = await stage.browser.openExtensionPage('options.html')
      const stored = `chrome.storage.local.get('accountAnswers').then(({ accountAnswers }) => accountAnswers.facebook.answer)`
      expect(await own.evaluate(stored)).toBe('later')
      await own.close()
    })

    it('decides photo by photo', async () => {
      const tab = await open('each')
      await tab.choose('#many', [photos.placed, photos.html, photos.plain])
      const pause = await tab.pause()
      await shows(pause, 'findings')
      const choose = async (card: number, choice: string) => {
        await pause.evaluate(`document.querySelectorAll('[data-action="details"]')[${card}].click()`)
        await until('the photo', () => has(pause, 'back'))
        await pause.evaluate(`document.querySelector('input[value="${choice}"]').click()`)
        await pause.press('back')
        await until('all photos', () => has(pause, 'clean'))
      }
      await choose(0, 'omit')
      await choose(1, 'as-is')
      expect(await pause.text()).toContain('Continue with these choices')
      await pause.press('clean')
      const all = await uploads('each', 2)
      expect(all.map(({ fileName }) => fileName).sort()).toEqual(['html.jpg', 'plain.jpg'])
      expect(all.find(({ fileName }) => fileName === 'html.jpg')?.bytes.includes('Lea')).toBe(true)
      await tab.close()
    })

    it('offers a redrawn copy of a picture it cannot check', async () => {
      const tab = await open('redraw')
      await tab.choose('#one', [photos.bitmap])
      const pause = await tab.pause()
      await shows(pause, 'trouble')
      expect(await pause.text()).toContain('This file could not be checked')
      expect(await pause.evaluate(`document.activeElement.dataset.action`)).toBe('redraw')
      expect(await has(pause, 'clean')).toBe(false)
      await pause.press('redraw')
      const [upload] = await uploads('redraw', 1)
      expect(upload?.fileName).toBe('photo.jpg')
      expect(upload?.bytes.subarray(0, 3).toString('hex')).toBe('ffd8ff')
      expect(await personalValues(new Blob([new Uint8Array(upload?.bytes ?? [])]))).toEqual([])
      await tab.close()
    })

    it('says why a file could not be checked, and does not offer what cannot be done', async () => {
      const tab = await open('text')
      await tab.choose('#one', [photos.text])
      const pause = await tab.pause()
      await shows(pause, 'trouble')
      expect(await pause.text()).toContain('This is not a kind of file that can be checked here.')
      expect([await has(pause, 'redraw'), await has(pause, 'clean')]).toEqual([false, false])
      await pause.press('cancel')
      await closes(tab)
      expect(stage.site.uploads(`${name}-text`)).toEqual([])
      await tab.close()
    })

    it('keeps the choice when the file is removed from the disk meanwhile', async () => {
      const passing = await makePhoto(folder, `passing-${name}.jpg`, { place: true })
      const tab = await open('removed')
      await tab.choose('#one', [passing])
      const pause = await tab.pause()
      await shows(pause, 'findings')
      await rm(passing)
      await pause.press('clean')
      await shows(pause, 'trouble')
      const text = await pause.text()
      expect(text).toContain('This could not be taken out')
      expect(text).toContain('The browser could not open this file. It may have been moved or deleted.')
      expect([await has(pause, 'redraw'), await has(pause, 'send-as-is')]).toEqual([false, true])
      await pause.press('cancel')
      await closes(tab)
      expect(stage.site.uploads(`${name}-removed`)).toEqual([])
      await tab.close()
    })

    it('cleans what it can first, and then asks about the rest', async () => {
      const tab = await open('rest')
      await tab.choose('#many', [photos.placed, photos.text])
      const pause = await tab.pause()
      await shows(pause, 'findings')
      await pause.press('clean')
      await shows(pause, 'trouble')
      expect(await pause.text()).toContain('1 of 2 files could not be checked')
      expect(stage.site.uploads(`${name}-rest`)).toEqual([])
      await pause.press('omit')
      const [upload] = await uploads('rest', 1)
      expect(upload?.fileName).toBe('placed.jpg')
      expect(await personalValues(new Blob([new Uint8Array(upload?.bytes ?? [])]))).toEqual([])
      await tab.close()
    })

    it('says that everything is public where it always is', async () => {
      const tab = await open('bluesky', 'bsky.app')
      await tab.choose('#one', [photos.plain])
      const pause = await tab.pause()
      await shows(pause, 'account')
      expect(await pause.text()).toContain('Everything posted on Bluesky can be seen by everyone.')
      expect(await has(pause, 'audience-limited')).toBe(false)
      await pause.press('cancel')
      await closes(tab)
      expect(stage.site.uploads(`${name}-bluesky`)).toEqual([])
      await tab.choose('#one', [photos.plain])
      const again = await tab.pause()
      await shows(again, 'account')
      await again.press('audience-later')
      await uploads('bluesky', 1)
      await tab.close()
    })

    it('stays empty for a page that frames it itself, also with a ticket that is none', async () => {
      const tab = await open('framed')
      await tab.choose('#one', [photos.placed])
      const pause = await tab.pause()
      await shows(pause, 'findings')
      const address = pause.url()
      await pause.press('cancel')
      await tab.evaluate(`new Promise((done) => {
      const frame = document.createElement('iframe')
      frame.src = ${JSON.stringify(address)}
      frame.onload = () => {
        const { port1, port2 } = new MessageChannel()
        window.told = []
        port1.onmessage = ({ data }) => window.told.push(data)
        window.addEventListener('message', ({ data }) => window.told.push(data))
        frame.contentWindow.postMessage({ type: 'port', ticket: crypto.randomUUID() }, '*', [port2])
        port1.postMessage({ type: 'review', id: 1, way: 'input', files: [new File(['x'], 'x.jpg')] })
        // The background’s refusal of the ticket shows nowhere; an answer would have come long before.
        setTimeout(done, 500)
      }
      document.body.append(frame)
    })`)
      expect(await tab.evaluate('window.told')).toEqual([])
      const inside = tab.frames().filter((frame) => frame.url() === address)
      for (const frame of inside) expect(await frame.evaluate(`document.querySelectorAll('button, a').length`)).toBe(0)
      await tab.close()
    })
  },
  { language: 'en-GB' },
)

/** The pixel at the top in the middle once the photo is the right way up, as sharp decodes it. */
async function topMiddle(path: string): Promise<number[]> {
  const { default: sharp } = await import('sharp')
  const { data, info } = await sharp(path)
    .rotate()
    .resize(480)
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const at = (4 * info.width + info.width / 2) * info.channels
  return [...data.subarray(at, at + 3)]
}
