import { expect, it } from 'vitest'
import { type ChromiumBrowser, type ChromiumTab, until } from '../support/browsers'
import { eachBrowser } from '../support/each-browser'
import { WITH_PLACE } from '../support/photos'

/** Every text that a page can get hold of about what was loaded into it. */
const SEEN = `JSON.stringify([
  reports, heard, document.documentElement.outerHTML, performance.getEntries().map(({ name }) => name),
  Array.from(frames, () => 'a frame'), location.ancestorOrigins?.length,
])`
const WATCHING = `<!doctype html><meta charset="utf-8"><input type="file" id="one"><script>
  window.reports = []
  window.heard = []
  if (window.ReportingObserver)
    new ReportingObserver((list) => { for (const { body } of list) reports.push(JSON.stringify(body)) }, { buffered: true }).observe()
  addEventListener('securitypolicyviolation', ({ blockedURI, sourceFile }) => reports.push(blockedURI + sourceFile))
  addEventListener('message', ({ origin }) => heard.push(origin), true)
  addEventListener('error', ({ message, filename }) => heard.push(message + filename), true)
</script>`

eachBrowser('the address of the extension', (stage) => {
  const POLICIES: Record<string, Record<string, string>> = {
    'reports what it would block': { 'cross-origin-embedder-policy-report-only': 'require-corp' },
    'reports every frame': {
      'content-security-policy-report-only': "frame-src 'none'; child-src 'none'; connect-src 'none'",
    },
  }
  it.each(Object.entries(POLICIES))('is not told to a watched page that %s', async (name, headers) => {
    const page = `${name.replace(/\W/g, '')}.html`
    stage.site.serve(`/served/${page}`, 'text/html', WATCHING, headers)
    const tab = await stage.browser.open(stage.site.address('www.instagram.com', `/served/${page}`))
    await tab.give('#one', [WITH_PLACE])
    const pause = await tab.pause()
    const { host } = new URL(await pause.evaluate<string>('location.href'))
    expect(host).toMatch(/^[a-p]{32}$|^[0-9a-f-]{36}$/)
    await pause.press('cancel')
    await until('the dialog to close', async () => !(await tab.isPaused()))
    expect(await tab.evaluate<string>(SEEN)).not.toContain(host)
    await tab.close()
  })

  it('gives a site that is not watched nothing, even when it knows it', async () => {
    // Firefox makes it up for each profile: there is nothing that a site could know.
    if (stage.name === 'firefox') return
    const { context } = stage.browser as ChromiumBrowser
    const own = new URL(
      context
        .serviceWorkers()
        .find((one) => one.url().startsWith('chrome-extension:'))
        ?.url() ?? '',
    )
    stage.site.serve('/served/asking.html', 'text/html', '<!doctype html><meta charset="utf-8"><body>')
    const ask = async (host: string) => {
      const tab = (await stage.browser.open(stage.site.address(host, '/served/asking.html'))) as ChromiumTab
      const fetched = await tab.evaluate<
        string[]
      >(`Promise.all(['pause.html', 'relay.html', 'icons/16.png', 'manifest.json'].map(
        (file) => fetch('${own.origin === 'null' ? `chrome-extension://${own.host}` : own.origin}/' + file).then(() => file, () => 'nothing')))`)
      await tab.evaluate(`new Promise((resolve) => {
        const frame = document.createElement('iframe')
        frame.src = 'chrome-extension://${own.host}/pause.html'
        frame.onload = resolve
        document.body.append(frame)
      })`)
      const framed = tab.page.frames().at(-1)?.url()
      await tab.close()
      return [fetched, framed]
    }
    expect(await ask('elsewhere.example')).toEqual([Array(4).fill('nothing'), 'chrome-error://chromewebdata/'])
    // Were it to answer there, this test would see it: a listed site may load it.
    expect((await ask('www.instagram.com'))[1]).toBe(`chrome-extension://${own.host}/pause.html`)
  })
})
