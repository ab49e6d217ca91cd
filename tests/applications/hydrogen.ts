import { join } from 'node:path'
import { type Tab, until } from '../support/browsers'
import type { Application, Way } from './application'
import { buildPage, pageOf } from './build-page'
import { mediaUnder } from './kept-files'
import { createMatrixServer } from './matrix-server'
import { serveFile } from './packages'
import { startPlainServer } from './plain-server'

const PAGE = pageOf('Hydrogen', 'height:100%;margin:0').replace(
  '<div id="root">',
  '<div id="root" class="hydrogen" style="height:100%">',
)

/** In the place of its own worker, which keeps what was loaded: it waits for an answer before it opens its storage. */
const WORKER = `addEventListener('message', ({ data, source }) => data.id && source.postMessage({ replyTo: data.id }))`

/** Hydrogen, Matrix's client for small devices, on a server of our own that speaks as much of Matrix as it needs. */
export const hydrogen: Application = {
  name: 'Hydrogen (Matrix)',
  packages: [],
  npm: true,
  async start(folder) {
    const [built, media] = [join(folder, 'page'), join(folder, 'media')]
    await buildPage('hydrogen', built)
    const matrix = await createMatrixServer(media)
    const site = await startPlainServer(async (request, response, url) => {
      if (await matrix.answer(request, response, url)) return
      if (url.pathname === '/') response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(PAGE)
      else if (url.pathname === '/sw.js') response.writeHead(200, { 'content-type': 'text/javascript' }).end(WORKER)
      else await serveFile(response, built, url.pathname)
    })
    return { port: site.port, enter, ways: WAYS, kept: () => mediaUnder(media), stop: site.stop }
  },
}

const there = (tab: Tab, selector: string) =>
  until(selector, () => tab.evaluate<boolean>(`document.querySelector(${JSON.stringify(selector)})?.offsetWidth > 0`))

async function enter(tab: Tab, address: string): Promise<void> {
  await tab.go(`${address}/#/login`)
  await there(tab, '#password')
  for (const [field, text] of [
    ['username', 'parent'],
    ['password', 'secret'],
  ])
    await tab.evaluate(`Object.assign(document.querySelector('#${field}'), { value: '${text}' })`)
  await tab.click('button[type=submit]')
  await there(tab, '.RoomList a')
}

/** Opens the room and, from the composer's menu, the picker. */
const choosing = (name: string, entry: 'picture' | 'file'): Way => ({
  name,
  next: ['.MessageComposer'],
  ...(entry === 'picture' && { photosOnly: true }),
  async give(tab, address, file) {
    await tab.go(`${address}/`)
    await there(tab, '.RoomList a')
    await tab.click('.RoomList a')
    await there(tab, '.MessageComposer .sendFile')
    await tab.click('.MessageComposer .sendFile')
    await there(tab, `.menu .${entry} button`)
    await tab.choose(`.menu .${entry} button`, [file])
  },
})

const WAYS: readonly Way[] = [choosing('picture, chosen', 'picture'), choosing('file, chosen', 'file')]
