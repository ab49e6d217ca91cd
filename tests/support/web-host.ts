import { existsSync, readFileSync, statSync } from 'node:fs'
import { createServer, type IncomingMessage } from 'node:http'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { HEADERS } from '../../web/host-headers'

const BUILT = fileURLToPath(new URL('../../.output/web', import.meta.url))

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.png': 'image/png',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.wasm': 'application/wasm',
}

/** One request that reached the host. */
interface HostRequest {
  readonly method: string
  readonly path: string
  readonly bodyBytes: number
}

/** A host of static files that has the built page in a folder, and writes down all that it is asked. */
export interface WebHost {
  /** The page's address: plain http on 127.0.0.1, which browsers treat as secure. */
  readonly address: string
  readonly requests: readonly HostRequest[]
  /** Another file than the built one from now on; null takes it away. */
  replace(name: string, body: string | null): void
  /** The built file again. */
  restore(name: string): void
  /** The host is gone: nothing is answered any more. */
  close(): Promise<void>
}

/** Serves .output/web under `folder`, with the headers that docs/hosting.md asks for unless `headers` is false. */
export async function startWebHost(folder = 'school/pausephoto/', headers = true): Promise<WebHost> {
  const requests: HostRequest[] = []
  const replaced = new Map<string, string | null>()
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1')
    requests.push({ method: request.method ?? '', path: pathname, bodyBytes: await bodyLength(request) })
    const name = pathname.slice(folder.length + 1) || 'index.html'
    const body = pathname.startsWith(`/${folder}`) ? contentOf(name, replaced) : null
    // A page that a test adds stands for something outside of ours.
    const isForeign = name.endsWith('.html') && replaced.has(name)
    response.writeHead(body === null ? 404 : 200, {
      'Content-Type': TYPES[extname(name)] ?? 'application/octet-stream',
      'Cache-Control': 'no-cache',
      ...(headers && !isForeign && HEADERS),
    })
    response.end(body ?? '')
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const address = server.address()
  if (typeof address !== 'object' || !address) throw new Error('a server has a port')
  return {
    address: `http://127.0.0.1:${address.port}/${folder}`,
    requests,
    replace: (name, body) => void replaced.set(name, body),
    restore: (name) => void replaced.delete(name),
    async close() {
      const closed = new Promise((done) => server.close(done))
      server.closeAllConnections()
      await closed
    },
  }
}

function contentOf(name: string, replaced: ReadonlyMap<string, string | null>): Buffer | string | null {
  const other = replaced.get(name)
  if (other !== undefined) return other
  const path = join(BUILT, name)
  return existsSync(path) && statSync(path).isFile() ? readFileSync(path) : null
}

async function bodyLength(request: IncomingMessage): Promise<number> {
  let bytes = 0
  for await (const chunk of request) bytes += (chunk as Buffer).length
  return bytes
}
