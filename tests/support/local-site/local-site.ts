import { readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:https'
import { extname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { generate } from 'selfsigned'
import { formFiles } from './form-files'

const PAGES = fileURLToPath(new URL('../../pages/', import.meta.url))
const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.jpg': 'image/jpeg',
}

/** A file the site received, with the `?case=` of the request that brought it. */
export interface Upload {
  readonly case: string
  readonly field: string
  readonly fileName: string
  readonly bytes: Buffer
}

export interface LocalSite {
  readonly port: number
  /** An address under a real host name; the browsers of tests/support map every name to this machine. */
  address(host: string, path: string): string
  /** What came in for a case, oldest first. */
  uploads(ofCase: string): readonly Upload[]
  /** More files under /served/…: libraries bundled for a test, for example. */
  serve(path: string, type: string, body: string | Buffer, headers?: Record<string, string>): void
  /** Answers every request whose path begins like this, for protocols the site itself does not speak. */
  handle(prefix: string, handler: Handler): void
  /** Keeps what a handler received. */
  keep(upload: Upload): void
  close(): Promise<void>
}

/** One for all sites of a process: a key of this size takes a while to make. */
let certificate: ReturnType<typeof generate> | undefined

type Handler = (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void>

/**
 * An HTTPS server on 127.0.0.1 with a certificate of its own making. It serves tests/pages, takes uploads at /upload
 * (multipart or raw) and keeps their bytes. `?csp=…`, `?coep=…` and `?coop=…` on a page become response headers.
 */
export async function startLocalSite(): Promise<LocalSite> {
  const uploads: Upload[] = []
  const handlers: { prefix: string; handler: Handler }[] = []
  const served = new Map<string, { type: string; body: string | Buffer; headers: Record<string, string> }>()
  certificate ??= generate([{ name: 'commonName', value: 'pausephoto.test' }], { keySize: 2048 })
  const { private: key, cert } = await certificate
  const server = createServer({ key, cert }, (request, response) => {
    answer(request, response).catch((error: unknown) => {
      response.writeHead(500).end(String(error))
    })
  })

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'https://local')
    const handler = handlers.find(({ prefix }) => url.pathname.startsWith(prefix))?.handler
    if (handler) return handler(request, response, url)
    if (request.method === 'POST' || request.method === 'PUT') {
      uploads.push(...(await receive(request, url.searchParams.get('case') ?? '')))
      const json = request.headers.accept?.includes('application/json')
      response.writeHead(200, { 'content-type': json ? 'application/json' : 'text/html; charset=utf-8' })
      response.end(json ? '{"success":true}' : '<p>Received</p>')
      return
    }
    const own = served.get(url.pathname)
    if (own) {
      response.writeHead(200, { 'content-type': own.type, ...own.headers }).end(own.body)
      return
    }
    const path = normalize(join(PAGES, decodeURIComponent(url.pathname)))
    const body = path.startsWith(PAGES) ? await readFile(path).catch(() => null) : null
    if (!body) {
      response.writeHead(404).end()
      return
    }
    response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream', ...asked(url) })
    response.end(body)
  }

  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const bound = server.address()
  if (bound === null || typeof bound === 'string') throw new Error('the local site has no port')
  return {
    port: bound.port,
    address: (host, path) => `https://${host}:${bound.port}${path}`,
    uploads: (ofCase) => uploads.filter((upload) => upload.case === ofCase),
    serve: (path, type, body, headers = {}) => void served.set(path, { type, body, headers }),
    handle: (prefix, handler) => void handlers.push({ prefix, handler }),
    keep: (upload) => void uploads.push(upload),
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}

function asked(url: URL): Record<string, string> {
  const headers: Record<string, string> = {}
  const csp = url.searchParams.get('csp')
  const coep = url.searchParams.get('coep')
  const coop = url.searchParams.get('coop')
  if (csp) headers['content-security-policy'] = csp
  if (coep) headers['cross-origin-embedder-policy'] = coep
  if (coop) headers['cross-origin-opener-policy'] = coop
  return headers
}

/** The whole body of a request. */
export async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks)
}

async function receive(request: IncomingMessage, ofCase: string): Promise<Upload[]> {
  const body = await bodyOf(request)
  const type = request.headers['content-type'] ?? ''
  if (!type.startsWith('multipart/form-data')) return [{ case: ofCase, field: '', fileName: '', bytes: body }]
  return (await formFiles(body, type)).map((file) => ({ case: ofCase, ...file }))
}
