import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { violationsIn } from '../support/axe'
import { startChromium, startFirefox, until } from '../support/browsers'
import type { ChromiumBrowser, ChromiumTab } from '../support/browsers/chromium'
import { startWebKit } from '../support/browsers/webkit'
import { closeExifTool, personalTags } from '../support/exiftool'
import { FACE_PHOTOS } from '../support/face-photos'
import { GENERATED } from '../support/generated'
import { WITH_PLACE } from '../support/photos'
import { placeTags } from '../support/place-tags'
import { startWebHost, type WebHost } from '../support/web-host'

/** What the tests do in each engine, whatever drives it. */
interface Engine {
  open(url: string): Promise<void>
  evaluate<T>(expression: string): Promise<T>
  give(selector: string, files: readonly string[]): Promise<void>
  close(): Promise<void>
}

const ENGINES = [
  { name: 'chromium', start: async () => fromTab(await startChromium({ extension: false, language: 'fr-FR' })) },
  { name: 'firefox', start: async () => fromTab(await startFirefox({ extension: false, language: 'fr-FR' })) },
  {
    name: 'webkit',
    async start(): Promise<Engine> {
      const tab = await startWebKit()
      return { open: tab.go, evaluate: tab.evaluate, give: tab.give, close: tab.close }
    },
  },
] as const

async function fromTab(browser: Awaited<ReturnType<typeof startChromium | typeof startFirefox>>): Promise<Engine> {
  const tab = await browser.open()
  return {
    open: (url) => tab.go(url),
    evaluate: (expression) => tab.evaluate(expression),
    give: (selector, files) => tab.give(selector, files),
    close: () => browser.close(),
  }
}

/** Stands in for the phone's share sheet, which no browser here has: what is handed to it is kept as base64. */
const SHARE_SHEET = `(() => {
  globalThis.handedOver = []
  navigator.canShare = ({ files }) => files.every((file) => file instanceof File)
  navigator.share = async ({ files, ...others }) => {
    if (Object.keys(others).length > 0) throw new TypeError('only files are handed over')
    for (const file of files) {
      const bytes = new Uint8Array(await file.arrayBuffer())
      let text = ''
      for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192))
      handedOver.push({ name: file.name, type: file.type, base64: btoa(text) })
    }
  }
})()`

interface HandedOver {
  readonly name: string
  readonly type: string
  readonly base64: string
}

/** One small file of each format, with something to take out. */
const SAMPLES = [...new Map(GENERATED.map((recipe) => [recipe.format, recipe])).values()]

const folder = mkdtempSync(join(tmpdir(), 'pausephoto-phone-'))
const samples: string[] = []

beforeAll(async () => {
  for (const { format, make } of SAMPLES) {
    const path = join(folder, `sample.${format}`)
    writeFileSync(path, await make())
    samples.push(path)
  }
})
afterAll(async () => {
  await closeExifTool()
  rmSync(folder, { recursive: true })
})

const press = (action: string) => `document.querySelector('[data-action="${action}"]').click()`
const isThere = (selector: string) => `document.querySelector(${JSON.stringify(selector)}) !== null`

describe.each(ENGINES)('the page for phones in $name', ({ name, start }) => {
  let engine: Engine
  let host: WebHost
  beforeAll(async () => {
    host = await startWebHost()
    engine = await start()
    await engine.open(host.address)
  })
  afterAll(async () => {
    await engine?.close()
    await host?.close()
  })

  const there = (selector: string) =>
    until(`${selector} in ${name}`, () => engine.evaluate<boolean>(isThere(selector)), 30_000)
  const choose = async (files: readonly string[]) => {
    await there('input[type=file]')
    await engine.evaluate(`document.querySelector('input[type=file]').hidden = false`)
    await engine.give('input[type=file]', files)
    await there('.phone-actions [data-action="clean"]')
  }
  const takeOut = async () => {
    await engine.evaluate(SHARE_SHEET)
    await engine.evaluate(press('clean'))
    await there('[data-action="share"]')
    await engine.evaluate(press('share'))
    await there('[data-said="handed-over"]')
    return engine.evaluate<HandedOver[]>('handedOver')
  }

  it('says where a photo was taken, and hands a copy without it to the share sheet', async () => {
    await choose([WITH_PLACE])
    expect(await engine.evaluate<string>('document.body.innerText')).toMatch(/Prise |Taken /)
    expect(await engine.evaluate<boolean>(isThere('[data-kind="place"][data-severity="high"]'))).toBe(true)
    await there('.photo-place .place-map-here')
    const [copy, ...others] = await takeOut()
    expect(others).toEqual([])
    expect(copy?.type).toBe('image/jpeg')
    expect(await placeTags(Buffer.from(copy?.base64 ?? '', 'base64'))).toEqual([])
  })

  it('asks who can see it, and remembers the answer on this phone', async () => {
    await engine.evaluate(`document.querySelector('[data-site="instagram"]').click()`)
    await there('[data-action="audience-limited"]')
    expect(await engine.evaluate<string>(`document.querySelector('[data-action="open-privacy-page"]').href`)).toMatch(
      /^https:\/\/www\.instagram\.com\//,
    )
    await engine.evaluate(press('audience-limited'))
    await until('the stored answer', () =>
      engine.evaluate<boolean>(`(localStorage.getItem('pausephoto:local:accountAnswers') ?? '').includes('limited')`),
    )
    expect(await engine.evaluate<string>(`localStorage.getItem('pausephoto:local:recentSites')`)).toBe('["instagram"]')
  })

  it('cleans a file of each format, as ExifTool judges', async () => {
    await engine.evaluate(press('clear'))
    await choose(samples)
    const copies = await takeOut()
    expect(copies.length).toBe(samples.length)
    for (const { name: file, base64 } of copies) {
      expect(await personalTags(new Blob([Buffer.from(base64, 'base64')])), file).toEqual([])
    }
  })

  it('works with the host gone, and never asked it for anything but its own files', async () => {
    await until('the page to be kept', () =>
      engine.evaluate<boolean>(`caches.keys().then(async (names) => {
        const found = await Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).length))
        return found.some((count) => count > 15) && (await navigator.serviceWorker.ready).active.state === 'activated'
      })`),
    )
    const { requests, address } = host
    await host.close()
    await engine.open(address)
    await there('[data-action="choose-files"]')
    await choose([WITH_PLACE])
    const [copy] = await takeOut()
    expect(await placeTags(Buffer.from(copy?.base64 ?? '', 'base64'))).toEqual([])
    expect(requests.length).toBeGreaterThan(15)
    expect(requests.filter(({ method, bodyBytes }) => method !== 'GET' || bodyBytes > 0)).toEqual([])
    const own = new URL(address).pathname
    const foreign = requests.filter(({ path }) => !path.startsWith(own) && path !== '/favicon.ico')
    expect(foreign).toEqual([])
  })
})

describe('the page for phones, installed', () => {
  let browser: ChromiumBrowser
  let host: WebHost
  let tab: ChromiumTab
  beforeAll(async () => {
    host = await startWebHost()
    browser = await startChromium({ extension: false })
    tab = await browser.open(host.address)
    await tab.evaluate('navigator.serviceWorker.ready.then(() => true)')
    // The phone's share menu posts a form; a page in the same folder does the same here.
    host.replace(
      'share-menu.html',
      '<form method="post" action="share" enctype="multipart/form-data">' +
        '<input name="text" value="Look at this https://example.com/"><input type="file" name="files" multiple></form>',
    )
  })
  afterAll(async () => {
    await browser?.close()
    await host?.close()
  })

  const share = async (files: readonly string[]) => {
    await tab.go(`${host.address}share-menu.html`)
    await tab.give('input[type=file]', files)
    await Promise.all([
      tab.page.waitForURL((url) => !url.pathname.endsWith('share-menu.html')),
      tab.evaluate('void document.forms[0].submit()'),
    ])
  }

  it('takes what another app shares, several at once, and asks the host for nothing', async () => {
    const before = host.requests.length
    await share([WITH_PLACE, ...samples.slice(0, 3)])
    await until('the photos', () =>
      tab.evaluate<boolean>(`document.querySelectorAll('.checked[data-outcome="found"]').length >= 3`),
    )
    expect(tab.url()).toBe(host.address)
    expect(host.requests.slice(before).filter(({ method }) => method !== 'GET')).toEqual([])
  })

  it('says what to do when nothing of it was a photo, and when the photos did not arrive', async () => {
    await share([])
    const trouble = () => tab.evaluate<string | null>(`document.querySelector('.phone-trouble')?.textContent || null`)
    expect(await until('the sentence', trouble)).toBe('There was no photo or video in what you shared.')
    await tab.go(`${host.address}?shared=gone`)
    expect(await until('the sentence', trouble)).toBe('What you shared did not arrive here. Please share it again.')
    expect(tab.url()).toBe(host.address)
  })

  it('keeps nothing of what was shared', async () => {
    const kept = await tab.evaluate<string[]>(`caches.keys().then(async (names) => {
      const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()))
      return requests.flat().map(({ url }) => new URL(url).pathname)
    })`)
    expect(kept.filter((path) => /share|\.jpe?g$/i.test(path))).toEqual([])
    expect(await tab.evaluate('indexedDB.databases()')).toEqual([])
  })

  it('hides faces with what is loaded once, when it is asked for', async () => {
    const [portrait] = FACE_PHOTOS
    if (!portrait) throw new Error('no photo')
    const loaded = () => host.requests.filter(({ path }) => path.includes('/pictures/')).map(({ path }) => path)
    const openEditor = async () => {
      await tab.go(host.address)
      await tab.give('input[type=file]', [portrait.path])
      await until('the photo', () => tab.evaluate<boolean>(isThere('[data-action="clean"]')))
      await tab.evaluate(press('hide'))
    }
    await openEditor()
    await until('the question', () => tab.evaluate<boolean>(isThere('[data-state="asking"]')))
    expect(await tab.evaluate<string>('document.querySelector("main").innerText')).toMatch(/\b1\d MB/)
    expect(await violationsIn(tab)).toEqual([])
    expect(loaded()).toEqual([])
    // Another version is on the host by now: a sentence, and the photos are still there.
    host.replace('pictures/litert.wasm', null)
    await tab.evaluate(press('load-hiding'))
    await until('the sentence', () => tab.evaluate<boolean>(isThere('[data-state="failed"]')))
    expect(await tab.evaluate('document.querySelector("[role=status]").textContent')).toMatch(
      /^It could not be loaded\./,
    )
    await tab.evaluate(press('hide-back'))
    expect(await tab.evaluate(`document.activeElement.dataset.action`)).toBe('hide')
    host.restore('pictures/litert.wasm')
    await tab.evaluate(press('hide'))
    await until('the question', () => tab.evaluate<boolean>(isThere('[data-state="asking"]')))
    await tab.evaluate(press('load-hiding'))
    const marks = `document.querySelectorAll('.hide-mark').length`
    await until('the faces', () => tab.evaluate<boolean>(`${marks} >= ${portrait.faces.length}`), 60_000)
    await tab.evaluate(press('hide-done'))
    await until('the sentence', () => tab.evaluate<boolean>(`document.body.innerText.includes('will be hidden')`))
    await tab.evaluate(SHARE_SHEET)
    await tab.evaluate(press('clean'))
    await until('the copy', () => tab.evaluate<boolean>(isThere('[data-action="share"]')))
    await tab.evaluate(press('share'))
    await until('the hand-over', () => tab.evaluate<boolean>(isThere('[data-said="handed-over"]')))
    const [copy] = await tab.evaluate<HandedOver[]>('handedOver')
    const colours = (picture: string | Buffer) => sharp(picture).raw().toBuffer({ resolveWithObject: true })
    const before = await colours(portrait.path)
    const after = await colours(Buffer.from(copy?.base64 ?? '', 'base64'))
    const { width, height, channels } = before.info
    expect(after.info).toMatchObject({ width, height, channels })
    for (const [x, y] of portrait.faces) {
      const at = (Math.round(y * height) * width + Math.round(x * width)) * channels
      expect(after.data.subarray(at, at + 3)).not.toEqual(before.data.subarray(at, at + 3))
    }
    // A second time nothing is asked of the host.
    const once = loaded()
    expect(new Set(once).size).toBeGreaterThan(5)
    expect(once.filter((path) => path.endsWith('.tflite')).length).toBe(2)
    await openEditor()
    await until('the faces', () => tab.evaluate<boolean>(`${marks} > 0`), 60_000)
    expect(loaded()).toEqual(once)
    // What finds text is apart: no byte of it is loaded before its size was said, and everything once it is asked for.
    expect(once.filter((path) => /text|onnx/.test(path))).toEqual([])
    const looked = '.hide-row [role=status]'
    await tab.evaluate(press('find-text'))
    await until('the question', () => tab.evaluate<boolean>(isThere('[data-action="load-hiding"]')))
    expect(await tab.evaluate<string>('document.activeElement.innerText')).toMatch(/Text is looked for .* 2\d MB/)
    await tab.evaluate(press('load-hiding'))
    await until(
      'the texts',
      () =>
        tab.evaluate<boolean>(`/text/.test(document.querySelector('${looked}')?.textContent ?? '') &&
        document.querySelector('[data-action="find-text"]')?.disabled !== true`),
      60_000,
    )
    expect(await tab.evaluate<string>(`document.querySelector('${looked}').textContent`)).toMatch(/found/)
    const texts = loaded().slice(once.length)
    expect(texts.filter((path) => /text|onnx/.test(path)).length).toBe(4)
    await tab.evaluate(press('hide-back'))
    await until('that all is kept', () => tab.evaluate<boolean>(isThere('[data-kept="kept"]')))
  })

  it('loses nothing when the person presses the phone’s own Back', async () => {
    await tab.go(host.address)
    await tab.give('input[type=file]', [WITH_PLACE])
    await until('the photo', () => tab.evaluate<boolean>(isThere('[data-action="hide"]')))
    await tab.evaluate(press('hide'))
    await until('what hides', () => tab.evaluate<boolean>(`!${isThere('[data-action="clean"]')}`))
    await tab.evaluate('history.back()')
    await until('the photo', () => tab.evaluate<boolean>(isThere('[data-action="clean"]')))
    await tab.evaluate(press('clean'))
    await until('the copy', () => tab.evaluate<boolean>(isThere('.phone-ready')))
    await tab.evaluate('history.back()')
    await until('the photo', () => tab.evaluate<boolean>(isThere('.checked')))
    expect(tab.url()).toBe(host.address)
  })

  it('loses nothing when the person closes the share sheet again', async () => {
    await tab.go(host.address)
    await tab.give('input[type=file]', [WITH_PLACE])
    await until('the photo', () => tab.evaluate<boolean>(isThere('[data-action="clean"]')))
    await tab.evaluate(`navigator.canShare = () => true
      navigator.share = async () => { throw new DOMException('closed', 'AbortError') }`)
    await tab.evaluate(press('clean'))
    await until('the copy', () => tab.evaluate<boolean>(isThere('[data-action="share"]')))
    await tab.evaluate(press('share'))
    await until('the sentence', () => tab.evaluate<boolean>(isThere('[data-said="cancelled"]')))
    expect(await tab.evaluate<string>('document.querySelector("[data-said]").textContent')).toBe(
      'Not shared. The copies are still here.',
    )
    await tab.evaluate(SHARE_SHEET)
    await tab.evaluate(press('share'))
    await until('the hand-over', () => tab.evaluate<boolean>(isThere('[data-said="handed-over"]')))
    expect(await tab.evaluate('handedOver.length')).toBe(1)
  })

  it('goes the whole way where the browser keeps nothing, and says so', async () => {
    const full = await browser.open()
    await full.page.addInitScript(`
      const refuse = () => { throw new DOMException('no room', 'QuotaExceededError') }
      Storage.prototype.setItem = refuse
      CacheStorage.prototype.open = async () => refuse()
      if (location.search === '?private') delete Navigator.prototype.serviceWorker`)
    const foot = (part: string) => full.evaluate<string>(`document.querySelector('${part}')?.textContent ?? ''`)
    await full.go(host.address)
    await until('the offer', () => full.evaluate<boolean>(isThere('[data-action="keep-all"]')))
    await full.evaluate(press('keep-all'))
    await until('the sentence', () => full.evaluate<boolean>(isThere('[data-kept="not-kept"]')))
    expect(await foot('[data-kept]')).toMatch(/^This browser keeps nothing here, or there is no room left\./)
    await full.go(`${host.address}?private`)
    await until('the sentence', async () => (await foot('.phone-foot p')).startsWith('This browser does not keep'))
    await full.give('input[type=file]', [WITH_PLACE])
    await until('the photo', () => full.evaluate<boolean>(isThere('[data-action="clean"]')))
    await full.evaluate(press('clean'))
    await until('the copy', () => full.evaluate<boolean>(isThere('[data-action="save"]')))
    await full.evaluate(`document.querySelector('[data-site="instagram"]').click()`)
    await until('the question', () => full.evaluate<boolean>(isThere('[data-action="audience-limited"]')))
    await full.evaluate(press('audience-limited'))
    await until('the answer', async () => (await foot('.phone-where [role=status]')).startsWith('You answered'))
    await full.close()
  })

  it('takes a newer version in only when nobody loses anything', async () => {
    await tab.go(host.address)
    const worker = await tab.evaluate<string>(`fetch('service-worker.js').then((answer) => answer.text())`)
    await tab.evaluate(`document.querySelector('input[type=file]').hidden = false`)
    await tab.give('input[type=file]', [WITH_PLACE])
    await until('the photo', () => tab.evaluate<boolean>(isThere('[data-action="clean"]')))
    await tab.evaluate('void (globalThis.notReloaded = true)')
    host.replace('service-worker.js', `${worker}\n// newer`)
    await tab.evaluate('navigator.serviceWorker.ready.then((registration) => registration.update()).then(() => true)')
    await until('the newer version to wait', () =>
      tab.evaluate<boolean>('navigator.serviceWorker.ready.then(({ waiting }) => waiting !== null)'),
    )
    expect(await tab.evaluate('globalThis.notReloaded === true')).toBe(true)
    await tab.evaluate(press('clear'))
    await until('the newer version', () =>
      tab
        .evaluate<boolean>(
          `navigator.serviceWorker.ready.then(({ waiting }) => waiting === null && !globalThis.notReloaded)`,
        )
        .catch(() => false),
    )
  })

  it.each(['light', 'dark'] as const)('is for everyone, %s', async (colorScheme) => {
    await tab.page.emulateMedia({ colorScheme })
    await tab.page.setViewportSize({ width: 360, height: 740 })
    await tab.go(host.address)
    expect(await violationsIn(tab)).toEqual([])
    await tab.give('input[type=file]', [WITH_PLACE])
    await until('the photo', () => tab.evaluate<boolean>(isThere('[data-action="clean"]')))
    expect(await violationsIn(tab)).toEqual([])
    await tab.evaluate(press('clean'))
    await until('the copy', () => tab.evaluate<boolean>(isThere('[data-action="save"]')))
    await tab.evaluate(`document.querySelector('[data-site="instagram"]').click()`)
    expect(await violationsIn(tab)).toEqual([])
    expect(await tab.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
  })

  it('breaks no rule of its own policy', async () => {
    const problems: string[] = []
    tab.page.on('console', (message) => /Content Security Policy/.test(message.text()) && problems.push(message.text()))
    await tab.go(host.address)
    await tab.give('input[type=file]', samples)
    await until('the photos', () => tab.evaluate<boolean>(isThere('[data-action="clean"]')))
    expect(problems).toEqual([])
  })

  it('takes two hundred photos at once from the share menu, without the host', async () => {
    const [jpeg = ''] = samples.filter((path) => path.endsWith('.jpeg'))
    const many = Array.from({ length: 200 }, (_, at) => join(folder, `many-${at}.jpg`))
    for (const path of many) copyFileSync(jpeg, path)
    await tab.go(`${host.address}share-menu.html`)
    await tab.give('input[type=file]', many)
    await host.close()
    await Promise.all([
      tab.page.waitForURL((url) => !url.pathname.endsWith('share-menu.html')),
      tab.evaluate('void document.forms[0].submit()'),
    ])
    const heading = () =>
      tab.evaluate<string | null>(`document.querySelector('.look-summary')?.textContent.trim() || null`)
    expect(await until('all of them', heading, 60_000)).toMatch(/^200 of 200 files /)
    expect(await tab.evaluate(`document.querySelectorAll('.checked').length`)).toBe(10)
    await tab.evaluate(press('show-more'))
    await until('more', () => tab.evaluate<boolean>(`document.querySelectorAll('.checked').length === 20`))
  })
})
