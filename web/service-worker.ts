/// <reference lib="webworker" />
import { cleanupOutdatedCaches, precacheAndRoute } from 'workbox-precaching'
import { HIDING_FOLDER } from './hiding-files'
import { MAX_WAIT_FOR_PAGE_MS, parseTakeShared, SHARE_ADDRESS, SHARE_FIELD } from './share-target'

declare const self: ServiceWorkerGlobalScope & {
  readonly __WB_MANIFEST: Parameters<typeof precacheAndRoute>[0]
}

interface Share {
  readonly files: readonly File[]
  /** The page has them, or nobody will come any more. */
  readonly done: () => void
}

/** What was shared and not yet asked for by its page: in memory only. */
const shares = new Map<string, Share>()

// Every file of this version is there after the first visit; addresses with anything behind a question mark are the same page.
precacheAndRoute(self.__WB_MANIFEST, { ignoreURLParametersMatching: [/./] })
cleanupOutdatedCaches()

self.addEventListener('fetch', (event) => {
  const { method, url } = event.request
  if (method === 'GET' && url.startsWith(new URL(HIDING_FOLDER, self.registration.scope).href)) {
    const kept = caches.match(url).catch(() => undefined)
    event.respondWith(kept.then((answer) => answer ?? fetch(event.request)))
    return
  }
  if (method !== 'POST' || url !== new URL(SHARE_ADDRESS, self.registration.scope).href) return
  event.respondWith(receive(event))
})

self.addEventListener('message', ({ data, ports: [port] }) => {
  if (data?.type === 'SKIP_WAITING') void self.skipWaiting()
  const question = parseTakeShared(data)
  if (!question || !port) return
  const share = shares.get(question.id)
  port.postMessage(share?.files ?? null)
  share?.done()
})

self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

/** Keeps what was shared until its page asks for it, and leads there. */
async function receive(event: FetchEvent): Promise<Response> {
  const id = crypto.randomUUID()
  const page = new URL(`./?shared=${id}`, self.registration.scope).href
  const asked = deferred()
  event.waitUntil(asked.promise)
  const late = setTimeout(done, MAX_WAIT_FOR_PAGE_MS)
  function done(): void {
    clearTimeout(late)
    shares.delete(id)
    asked.resolve()
  }
  try {
    const form = await event.request.formData()
    const files = form.getAll(SHARE_FIELD).filter((entry) => entry instanceof File && entry.size > 0) as File[]
    shares.set(id, { files, done })
  } catch {
    // The page says that nothing arrived.
    done()
  }
  return Response.redirect(page, 303)
}

function deferred(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve = () => {}
  const promise = new Promise<void>((ended) => {
    resolve = ended
  })
  return { promise, resolve }
}
