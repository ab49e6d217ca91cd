import { createWriteStream } from 'node:fs'
import { mkdtemp, readFile, rm, truncate } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { answerAccountQuestion } from '../support/account-question'
import { BROWSERS, type Tab, until } from '../support/browsers'
import { readWithExifTool } from '../support/exiftool'
import { writeLargeFilm } from '../support/large-film'
import { makePhoto } from '../support/made-photos'
import { buildPage, pageOf } from './build-page'
import { startFront } from './front'
import { serveFile } from './packages'
import { startPlainServer } from './plain-server'

/** 300 MB. */
const SECONDS = 168
/** Milliseconds that the server takes for a chunk, so that there is an upload to look at and to give up. */
const CHUNK_MS = 40

const ZONE = '.uppy-Dashboard-inner'

/** What the page knows of its upload; see pages/uppy.js. */
interface Seen {
  readonly over: number
  readonly dropped: number
  readonly progress: readonly number[]
  readonly done: number
}

/** As much of tus 1.0.0 as an upload in chunks needs; each is written to `path`. */
async function startChunks(folder: string, path: string) {
  const chunks: number[] = []
  let offset = 0
  const site = await startPlainServer(async (request, response, { pathname }) => {
    if (pathname === '/') {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(pageOf('Uppy', 'margin:40px'))
      return
    }
    if (!pathname.startsWith('/tus/')) return serveFile(response, folder, pathname)
    response.setHeader('Tus-Resumable', '1.0.0')
    if (request.method === 'POST') {
      offset = 0
      chunks.length = 0
      await truncate(path).catch(() => {})
      response.writeHead(201, { Location: '/tus/1' }).end()
    } else if (request.method === 'PATCH') {
      chunks.push(Date.now())
      request.on('data', (data) => {
        offset += data.length
      })
      await pipeline(request, createWriteStream(path, { flags: offset === 0 ? 'w' : 'a' }))
      await new Promise((resume) => setTimeout(resume, CHUNK_MS))
      response.writeHead(204, { 'Upload-Offset': String(offset) }).end()
    } else response.writeHead(204).end()
  })
  return { site, chunks, bytes: () => offset }
}

/** Drops a film of 300 MB into Uppy, which sends it in chunks, with and without the extension; returns rows to print. */
export async function tryLongFilm(
  only?: string,
  way?: string,
): Promise<{ readonly rows: string[][]; readonly bad: number }> {
  const folder = await mkdtemp(join(tmpdir(), 'pausephoto-long-film-'))
  const [built, kept] = [join(folder, 'page'), join(folder, 'kept.mp4')]
  await buildPage('uppy', built)
  const { site, chunks, bytes } = await startChunks(built, kept)
  const front = await startFront(() => site.port)
  const rows = [
    [
      '300 MB into Uppy',
      'browser',
      'drop to dialog',
      'answer to drop in page',
      'the same of a small photo',
      'drop in page to first chunk',
      'chunks',
      'steps of progress',
      'place kept',
      'chunks after Cancel',
    ],
  ]
  let bad = 0
  let films = 0

  const drop = async (tab: Tab, extension: boolean) => {
    await openUploader(tab, front.address('www.instagram.com', '/'))
    const film = join(folder, `film-${++films}.mp4`)
    // None alike: what was answered for one is not asked about again.
    writeLargeFilm(film, SECONDS + films)
    await tab.drop(ZONE, [film])
    const times = { dialog: 0, answered: 0 }
    if (extension) {
      const pause = await tab.pause()
      times.dialog = Date.now()
      times.answered = Date.now()
      await pause.press('clean')
    }
    await until('the first chunk', async () => chunks.length > 0, 60_000)
    return times
  }
  for (const kind of BROWSERS)
    for (const extension of [false, true]) {
      if ((only && only !== kind.name) || (way && way !== (extension ? 'with' : 'without'))) continue
      const browser = await kind.start({ extension })
      const tab = await browser.open()
      const ofPhoto = extension ? await dropPhotos(tab, front.address('www.instagram.com', '/'), folder) : 0
      chunks.length = 0
      const times = await drop(tab, extension)
      const [first = 0] = chunks
      await until('the upload to end', async () => (await seenBy(tab)).done > 0, 120_000)
      const seen = await seenBy(tab)
      const places = Object.keys(await readWithExifTool(kept)).filter((tag) => /GPS/i.test(tag)).length
      const said = (await readFile(kept)).includes('+45.7772')
      const sent = chunks.length
      chunks.length = 0
      await drop(tab, extension)
      await until('some chunks', async () => chunks.length > 3)
      await tab.click('.uppy-StatusBar-actionBtn--cancel, .uppy-StatusBar-actionCircleBtn[data-cy=cancel]')
      await until('the list to be empty', () =>
        tab.evaluate<boolean>(`!document.querySelector('.uppy-Dashboard-Item')`),
      )
      // The one under way may still arrive.
      await new Promise((resume) => setTimeout(resume, 500))
      const given = chunks.length
      await new Promise((resume) => setTimeout(resume, 1500))
      const late = chunks.length - given
      const good =
        late === 0 &&
        sent > 60 &&
        seen.progress.length > 10 &&
        places > 0 === !extension &&
        said === !extension &&
        bytes() > 0
      if (!good) bad++
      rows.push([
        extension ? 'with PausePhoto' : 'without',
        kind.name,
        extension ? `${times.dialog - seen.over} ms` : '',
        extension ? `${seen.dropped - times.answered} ms` : '',
        extension ? `${ofPhoto} ms` : '',
        `${first - seen.dropped} ms`,
        String(sent),
        String(seen.progress.length),
        places > 0 ? 'yes' : 'no',
        `${late}${good ? '' : ' NO'}`,
      ])
      await browser.close()
    }
  await front.close()
  await site.stop()
  await rm(folder, { recursive: true })
  return { rows, bad }
}

/** Who sees the account is asked once, after the first photo of all; says how long the page waits for the second after the answer, in ms. */
async function dropPhotos(tab: Tab, address: string, folder: string): Promise<number> {
  await openUploader(tab, address)
  await tab.drop(ZONE, [await makePhoto(folder, 'first.jpg', { place: true })])
  await (await tab.pause()).press('clean')
  await answerAccountQuestion(tab)
  await openUploader(tab, address)
  await tab.drop(ZONE, [await makePhoto(folder, 'second.jpg', { place: true, caption: 'Another' })])
  const pause = await tab.pause()
  const answered = Date.now()
  await pause.press('clean')
  return (await until('the drop', async () => (await seenBy(tab)).dropped || null)) - answered
}

async function openUploader(tab: Tab, address: string): Promise<void> {
  await tab.go(address)
  await until('the zone', () => tab.evaluate<boolean>(`document.querySelector('${ZONE}')?.offsetWidth > 0`))
}

const seenBy = (tab: Tab) => tab.evaluate<Seen>('window.seen')
