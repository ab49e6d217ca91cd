import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'

/** A file as the site received it, byte for byte. */
export interface Received {
  /** As the upload named it: show it as text. */
  readonly name: string
  readonly path: string
}

export interface DemoSite {
  readonly address: string
  /** Calls back with every file from now on. */
  onReceived(listener: (file: Received) => void): void
  close(): void
}

const PAGE = readFileSync(new URL('./page.html', import.meta.url))

/**
 * A small photo-sharing site on 127.0.0.1. Browsers take every name under `localhost` for this machine.
 * @param folder where received files go, as 1.jpg, 2.jpg, …
 */
export async function startDemoSite(folder: string): Promise<DemoSite> {
  mkdirSync(folder, { recursive: true })
  const listeners: ((file: Received) => void)[] = []
  const received: { readonly path: string; readonly type: string }[] = []

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const { pathname } = new URL(request.url ?? '/', 'http://photos.localhost')
    const photo = received[Number(/^\/photo\/(\d+)$/.exec(pathname)?.[1]) - 1]
    if (pathname === '/') response.setHeader('content-type', 'text/html; charset=utf-8').end(PAGE)
    else if (photo) response.setHeader('content-type', photo.type).end(readFileSync(photo.path))
    else if (pathname === '/upload' && request.method === 'POST') {
      const file = await fileIn(request)
      const path = join(folder, `${received.length + 1}.${file.type.replace(/^.*\//, '').replace(/\W.*/, '') || 'bin'}`)
      writeFileSync(path, Buffer.from(await file.arrayBuffer()))
      const address = `/photo/${received.push({ path, type: file.type })}`
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify({ address, video: file.type.startsWith('video/') }))
      for (const listener of listeners) listener({ name: file.name, path })
    } else response.writeHead(404).end()
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => response.writeHead(400).end(String(error)))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    address: `http://photos.localhost:${(server.address() as AddressInfo).port}/`,
    onReceived: (listener) => listeners.push(listener),
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}

/** The file in a multipart form, read by the parser that Node itself uses. @throws when there is none. */
async function fileIn(request: IncomingMessage): Promise<File> {
  const headers = { 'content-type': request.headers['content-type'] ?? '' }
  const form = await new Response(Readable.toWeb(request) as ReadableStream as BodyInit, { headers }).formData()
  const file = form.get('photo')
  if (!(file instanceof File)) throw new Error('the form has no photo')
  return file
}
