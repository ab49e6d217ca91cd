import { expect, it } from 'vitest'
import { type ChromiumTab, type Frame, type Tab, until } from '../support/browsers'
import { eachBrowser } from '../support/each-browser'
import { WITH_PLACE, WITH_PLACE_SIZE } from '../support/photos'
import { recordedBy } from '../support/recorded'

const RECORDER = '<!doctype html><meta charset="utf-8"><script src="/recorder.js"></script>'
const INPUT = '<input type="file" id="input"><script>input.onchange = () => upload(input.files)</script>'

/** Notes what of us a window hears: a port, or a message from a page of an extension. */
const LISTEN = `(view) => {
  window.heard ??= []
  const listen = (event) => {
    const { ports = [], origin = '', data } = event
    if (!ports.length && !/-extension:/.test(origin) && event.type !== 'pausephoto') return
    event.stopImmediatePropagation()
    heard.push(event.type + ' ' + origin)
    for (const port of ports) {
      port.onmessage = ({ data }) => {
        heard.push('port ' + JSON.stringify(data))
        const decisions = [{ as: 'original' }]
        port.postMessage({ type: 'verdict', id: data.id, verdict: { outcome: 'release', decisions } })
        port.postMessage({ type: 'released', id: data.id, decisions })
      }
    }
  }
  for (const type of ['message', 'load', 'pausephoto']) {
    view.addEventListener(type, listen, true)
    view.document?.addEventListener(type, listen, true)
  }
}`

const CANCELLED = async (frame: Frame) =>
  (await recordedBy(frame)).events.some(({ type, trusted }) => type === 'cancel' && !trusted)

async function frameWithInput(tab: Tab): Promise<Frame> {
  return until('the frame with the input', async () => {
    for (const frame of tab.frames())
      if (frame.url() !== tab.url() && (await frame.evaluate(`!!document.querySelector('#input')`).catch(() => false)))
        return frame
    return null
  })
}

eachBrowser('a page that listens and answers', (stage) => {
  const serve = (name: string, body: string, type = 'text/html', headers = {}) =>
    stage.site.serve(`/served/${name}`, type, body, headers)
  const open = (name: string) =>
    stage.browser.open(stage.site.address('www.instagram.com', `/served/${name}?case=${stage.name}-${name}`))
  const cross = (name: string) => stage.site.address('www.facebook.com', `/served/${name}?case=${stage.name}-cross`)
  const sawOriginal = async (frame: Frame) =>
    (await recordedBy(frame)).files.some(({ size }) => size === WITH_PLACE_SIZE)

  const inherited = {
    'an answer': `Object.assign(Object.prototype, { answer: { left: [true] }, left: [true], error: 'x' })`,
    'every part of an answer': `Object.assign(Object.prototype, {
      type: 'released', id: 1, as: 'original', decisions: [{ as: 'original' }], given: 'x', outcome: 'released', 0: { as: 'original' } })`,
    'that the pause cannot be shown': `Object.assign(Object.prototype, { type: 'unavailable', ticket: '', at: 'relay', value: 1 });
      window.confirm = () => true`,
    'parts of lists': `Object.assign(Array.prototype, { 0: { as: 'original' } });
      Object.defineProperty(Array.prototype, 1, { get: () => ({ as: 'original' }), set() {}, configurable: true })`,
  }
  it.each(Object.entries(inherited))('that lets prototypes give %s gets nothing', async (name, script) => {
    const page = `inherited-${name.replace(/\W/g, '')}.html`
    serve(page, `${RECORDER}${INPUT}<script>${script}</script>`)
    const tab = await open(page)
    await tab.give('#input', [WITH_PLACE])
    const pause = await tab.pause()
    await stage.expectNothingSeen(tab)
    await pause.press('cancel')
    await until('the end of the choice', () => CANCELLED(tab))
    expect(await sawOriginal(tab)).toBe(false)
    expect(tab.confirms).toEqual([])
    await tab.close()
  })

  const listeners = {
    'in the page around a frame': (inner: string) =>
      `<script>(${LISTEN})(window)</script><iframe src="${inner}"></iframe>`,
    'in the frame itself, before its page is there': () => `<script>
      const frame = document.createElement('iframe')
      document.documentElement.append(frame)
      frame.src = '/served/inner.html?case=${stage.name}-cross'
      ;(${LISTEN})(frame.contentWindow)
    </script>`,
    'around and in a sandboxed frame': () => `<script>(${LISTEN})(window)</script>
      <iframe sandbox="allow-scripts" src="/served/inner.html?case=${stage.name}-cross"></iframe>`,
  }
  it.each(Object.entries(listeners))('%s hears nothing of the pause', async (name, body) => {
    serve('inner.html', `${RECORDER}${INPUT}`, 'text/html', { 'access-control-allow-origin': '*' })
    const page = `listener-${name.replace(/\W/g, '')}.html`
    serve(page, `<!doctype html><meta charset="utf-8"><body>${body(cross('inner.html'))}`)
    const tab = await open(page)
    const frame = await frameWithInput(tab)
    await frame.give('#input', [WITH_PLACE])
    const pause = await tab.pause()
    expect(await tab.evaluate('window.heard ?? []')).toEqual([])
    await pause.press('clean')
    await stage.settle(tab)
    await until('the photo', async () => (await recordedBy(frame)).files.length > 0)
    expect(await sawOriginal(frame)).toBe(false)
    expect(await tab.evaluate('window.heard ?? []')).toEqual([])
    await tab.close()
  })

  it('on a window that it opened, before its page is there, hears nothing and takes nothing', async () => {
    serve('inner.html', `${RECORDER}${INPUT}`)
    serve('opened.html', `<!doctype html><meta charset="utf-8"><body><iframe src="${cross('inner.html')}"></iframe>`)
    serve('opener.html', '<!doctype html><meta charset="utf-8"><body>')
    const tab = await open('opener.html')
    await tab.evaluate(`{ const view = open('/served/opened.html'); (${LISTEN})(view) }`)
    const opened = await stage.browser.opened('/served/opened.html')
    const frame = await frameWithInput(opened)
    await frame.give('#input', [WITH_PLACE])
    const pause = await opened.pause()
    await pause.press('cancel')
    await until('the end of the choice', () => CANCELLED(frame))
    expect(await tab.evaluate('heard')).toEqual([])
    expect((await recordedBy(frame)).files).toEqual([])
    await opened.close()
    await tab.close()
  })
})

eachBrowser('a document of another kind', (stage) => {
  const open = (name: string) =>
    stage.browser.open(stage.site.address('www.instagram.com', `/served/${name}?case=${stage.name}-${name}`))

  /** Playwright takes an input of an XML document for none. */
  async function giveIn(tab: Tab): Promise<void> {
    if (!('page' in tab) || stage.name === 'firefox') return tab.give('#input', [WITH_PLACE])
    const { page } = tab as ChromiumTab
    const cdp = await page.context().newCDPSession(page)
    const { result } = await cdp.send('Runtime.evaluate', { expression: `document.querySelector('#input')` })
    await cdp.send('DOM.setFileInputFiles', { files: [WITH_PLACE], objectId: result.objectId ?? '' })
  }

  const XML = {
    'photo.svg': [
      'image/svg+xml',
      `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="600"><foreignObject width="300" height="100">
        <input xmlns="http://www.w3.org/1999/xhtml" type="file" id="input" /></foreignObject></svg>`,
    ],
    'photo.xml': [
      'application/xml',
      '<photos><input xmlns="http://www.w3.org/1999/xhtml" type="file" id="input" /></photos>',
    ],
  } as const
  it.each(Object.entries(XML))('%s pauses too', async (name, [type, body]) => {
    stage.site.serve(`/served/${name}`, type, body)
    const tab = await open(name)
    await tab.evaluate(`{
      window.sizes = []
      document.addEventListener('change', ({ target }) => sizes.push(...Array.from(target.files, ({ size }) => size)))
    }`)
    await giveIn(tab)
    const pause = await tab.pause()
    expect(await tab.evaluate('sizes')).toEqual([])
    await pause.press('clean')
    await stage.settle(tab)
    await until('the photo', () => tab.evaluate('sizes.length > 0'))
    expect(await tab.evaluate('sizes')).not.toContain(WITH_PLACE_SIZE)
    await tab.close()
  })

  it('a frame without scripts sends nothing before the answer, and what was answered then', async () => {
    const ofCase = `${stage.name}-noscript`
    stage.site.serve(
      '/served/silent.html',
      'text/html',
      `<!doctype html><meta charset="utf-8"><form method="post" enctype="multipart/form-data" action="/upload?case=${ofCase}">
        <input type="file" id="input" name="photo"><button id="send">Send</button></form>`,
    )
    stage.site.serve(
      '/served/around.html',
      'text/html',
      `${RECORDER}<iframe id="frame" sandbox="allow-same-origin allow-forms" src="/served/silent.html" width="600" height="200"></iframe>
       <script>
         const inside = () => document.querySelector('#frame').contentDocument?.querySelector('input')
         document.querySelector('#frame').onload = () =>
           inside().addEventListener('change', ({ target }) => {
             if (target.files[0]?.name === 'package.json') window.passes = true
             else record('heard', target.files)
           })
         setInterval(() => {
           recorded.polls++
           if (inside()?.files[0]?.name !== 'package.json') record('frame', inside()?.files)
         }, 1)
       </script>`,
    )
    const tab = await open('around.html')
    const frame = await frameWithInput(tab)
    // Until the guard is ready there, every choice is refused; then what is no photo passes at once.
    await until('a choice that passes', async () => {
      await frame.give('#input', ['package.json'])
      return tab.evaluate('window.passes')
    })
    await frame.give('#input', [WITH_PLACE])
    const pause = await tab.pause()
    await stage.expectNothingSeen(tab)
    await pause.press('clean')
    await stage.settle(tab)
    // The page around is told too, although a script of ours watches from each side.
    await until('the photo', async () => (await recordedBy(tab)).files.some(({ where }) => where === 'heard'))
    const sizes = (await recordedBy(tab)).files.map(({ size }) => size)
    expect(sizes).not.toContain(WITH_PLACE_SIZE)
    await frame.evaluate(`document.querySelector('#send').click()`)
    const { bytes } = await stage.received(ofCase)
    expect(sizes).toContain(bytes.length)
    await tab.close()
  })
})
