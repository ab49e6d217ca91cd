import { createServer } from 'node:http'

export interface PictureSite {
  address(host: string, path: string): string
  /** Every request so far: 'host path'. */
  readonly requests: readonly string[]
  close(): Promise<void>
}

/** Answers requests for the page's service worker, which goes to the network whatever it is asked. */
const WORKER = `
  addEventListener('install', () => skipWaiting())
  addEventListener('activate', (event) => event.waitUntil(clients.claim()))
  addEventListener('fetch', (event) => {
    if (event.request.url.includes('.jpg')) event.respondWith(fetch(event.request.url))
  })`

/**
 * A site without encryption, because browsers keep nothing of a site whose certificate they do not trust. Every path that
 * ends in .jpg is the picture, never to be kept when it says `no-store`; the rest are pages with one picture each, as
 * `?src=` says. A page with `?worker` has a service worker.
 */
export async function startPictureSite(picture: Buffer): Promise<PictureSite> {
  const requests: string[] = []
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://local')
    requests.push(`${request.headers.host?.replace(/:\d+$/, '')} ${url.pathname}`)
    const send = (type: string, body: string | Buffer, cache = 'no-store') =>
      response.writeHead(200, { 'content-type': type, 'cache-control': cache }).end(body)
    if (url.pathname.endsWith('.jpg'))
      send('image/jpeg', picture, url.pathname.includes('no-store') ? 'no-store' : 'max-age=3600')
    else if (url.pathname === '/worker.js') send('text/javascript', WORKER)
    else if (url.pathname === '/favicon.ico') response.writeHead(404).end()
    else send('text/html; charset=utf-8', page(url.searchParams))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const bound = server.address()
  if (bound === null || typeof bound === 'string') throw new Error('the picture site has no port')
  return {
    requests,
    address: (host, path) => `http://${host}:${bound.port}${path}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}

function page(asked: URLSearchParams): string {
  const worker = asked.has('worker') ? '<script>navigator.serviceWorker.register("/worker.js")</script>' : ''
  return `<!doctype html><link rel="icon" href="data:,"><title>Page</title><img src="${asked.get('src')}">${worker}`
}
