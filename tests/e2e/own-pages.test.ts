import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { violationsIn } from '../support/axe'
import { type Tab, until } from '../support/browsers'
import { eachBrowser } from '../support/each-browser'
import { personalTags } from '../support/exiftool'
import { WITH_PLACE } from '../support/photos'
import { CATCH_DOWNLOADS, savedBy } from '../support/saved-by'

/** Five frames of a test picture in colours, coded in VP9, which both browsers know without help, with a place. */
const FILM = 'tests/support/short-film.mp4'
const COLOURS = `(() => {
  const shown = document.querySelector('[data-state=shown] canvas')
  const copy = new OffscreenCanvas(shown.width, shown.height).getContext('2d')
  copy.drawImage(shown, 0, 0)
  const pixels = new Uint32Array(copy.getImageData(0, 0, shown.width, shown.height).data.buffer)
  return new Set(pixels).size
})()`

const shown = (tab: Tab, selector: string) =>
  until(selector, () => tab.evaluate(`document.querySelector(${JSON.stringify(selector)}) !== null`))

let folder: string
let notAFilm: string
let frameless: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pausephoto-own-'))
  notAFilm = join(folder, 'broken.mp4')
  await writeFile(notAFilm, 'This is no video.')
  frameless = join(folder, 'frameless.mp4')
  const film = await readFile(FILM)
  await writeFile(frameless, film.subarray(0, film.indexOf('mdat') + 4))
})
afterAll(async () => {
  await rm(folder, { recursive: true })
})

eachBrowser('pages of the extension', (stage) => {
  it('welcomes with a photo that says things, and takes them out', async () => {
    const tab = await stage.browser.openExtensionPage('welcome.html')
    await shown(tab, '[data-action=try-clean]')
    // In the details from the start; what is seen names the place as soon as its name is known.
    expect(await tab.evaluate('document.body.textContent')).toMatch(/45[.,]7772/)
    await until('the name of the place', () =>
      tab.evaluate(`document.querySelector('h3').textContent.startsWith('Taken near Lyon, France, on ')`),
    )
    expect(await tab.evaluate(`document.querySelector('[data-kind=hidden-picture]') !== null`)).toBe(true)
    expect(await violationsIn(tab)).toEqual([])
    await tab.click('[data-action=try-clean]')
    await shown(tab, '[data-action=try-again]')
    expect(await tab.evaluate('document.body.textContent')).not.toMatch(/45[.,]7772/)
    expect(await violationsIn(tab)).toEqual([])

    await tab.click('[data-action=try-hide]')
    await until(
      'the two drawn faces',
      () => tab.evaluate(`document.querySelectorAll('.hide-mark').length === 2`),
      60_000,
    )
    await tab.click('[data-action=hide-done]')
    await until('the copy', () => tab.evaluate(`document.body.innerText.includes('What you chose is covered')`))
    expect(await tab.evaluate('document.activeElement.id')).toBe('try')
    expect(await violationsIn(tab)).toEqual([])

    const off = () =>
      tab.evaluate<string[]>(`chrome.storage.local.get('sitesOff').then(({ sitesOff }) => sitesOff ?? [])`)
    await tab.click('[data-kind-of-site=mail]')
    await until('the mail to be off', async () => (await off()).includes('gmail'))
    await tab.click('.site-switches summary')
    await tab.click('[data-site=instagram]')
    await until('one more to be off', async () => (await off()).includes('instagram'))
    expect(await tab.evaluate(`document.querySelector('[data-kind-of-site=social]').indeterminate`)).toBe(true)
    await tab.click('[data-kind-of-site=social]')
    await until('it to be on again', async () => !(await off()).includes('instagram'))
    await tab.click('[data-kind-of-site=mail]')
    await until('all to be on again', async () => (await off()).length === 0)
    await tab.close()
  })

  it('helps, with prevention apart from help', async () => {
    const tab = await stage.browser.openExtensionPage('help.html')
    await shown(tab, 'select')
    await tab.evaluate(`(() => {
      const select = document.querySelector('select')
      select.value = 'BE'
      select.dispatchEvent(new Event('change', { bubbles: true }))
    })()`)
    await until('Belgium', () => tab.evaluate(`document.body.innerText.includes('116 000')`))
    expect(await tab.evaluate(`document.querySelector('section .help-services').innerText`)).not.toContain(
      'Stop it Now',
    )
    expect(await tab.evaluate(`document.querySelector('aside').innerText`)).toContain('Stop it Now')
    expect(await violationsIn(tab)).toEqual([])
    await tab.close()
  })

  it('checks photos that are sent another way, and saves copies in which nothing is left', async () => {
    expect(await personalTags(WITH_PLACE)).not.toEqual([])
    const tab = await stage.browser.openExtensionPage('checker.html')
    await tab.evaluate(CATCH_DOWNLOADS)
    await shown(tab, '[data-input=files]')
    expect(await violationsIn(tab)).toEqual([])
    await tab.give('[data-input=files]', [WITH_PLACE, 'package.json'])
    await shown(tab, '[data-outcome=found] [data-kind=place]')
    await until('what is no photo to be passed over', () =>
      tab.evaluate(`document.querySelectorAll('.checked').length === 1`),
    )
    await tab.click('summary')
    await until('the map', () =>
      tab.evaluate(`!!document.querySelector('[aria-label^="Map: near Beijing, China"] path')`),
    )
    expect(await violationsIn(tab)).toEqual([])

    await tab.click('[data-action=save]')
    const [copy] = await savedBy(tab, 1)
    expect(copy && (await personalTags(new Blob([new Uint8Array(copy.bytes)])))).toEqual([])
    expect(copy?.bytes.length).toBeLessThan((await readFile(WITH_PLACE)).length)

    await tab.click('[data-action=save-all]')
    const [, zip] = await savedBy(tab, 2)
    expect(zip?.name).toBe('photos.zip')
    expect(copy && zip?.bytes.includes(copy.bytes)).toBe(true)
    await tab.close()
  })

  it('shows the first frame of a video, plays it when asked to, and has a calm sign for one that no browser plays', async () => {
    const tab = await stage.browser.openExtensionPage('checker.html')
    await shown(tab, '[data-input=files]')
    await tab.give('[data-input=files]', [FILM, notAFilm, frameless])
    await shown(tab, '[data-outcome=found] .thumbnail[data-state=shown]')
    // A video that no browser plays is given up after eight seconds, one after the other.
    await until(
      'a sign for the two others',
      () =>
        // Pictures come once they are in view, so the page is scrolled as a person would.
        tab.evaluate(`(document.querySelector('.thumbnail[data-state=waiting]')?.scrollIntoView({ block: 'center' }),
          document.querySelectorAll('.thumbnail[data-state=none] [data-icon=video]').length === 2)`),
      30_000,
    )
    expect(await tab.evaluate(COLOURS)).toBeGreaterThan(4)
    expect(await tab.evaluate(`document.querySelectorAll('video, [data-state=none] ~ button').length`)).toBe(0)
    await tab.click('[data-action=play]')
    await until('the video to play', () => tab.evaluate(`document.querySelector('video')?.currentTime > 0`))
    expect(
      await tab.evaluate(`[...document.querySelectorAll('video')].map(({ muted, controls }) => [muted, controls])`),
    ).toEqual([[true, true]])
    expect(await violationsIn(tab)).toEqual([])
    await tab.close()
  })
})
