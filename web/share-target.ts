/** Page ⇄ service worker: how files that another app shared reach the page, without ever lying on the disk. */

/** Where the manifest has the phone send what is shared: relative to the page's folder. */
export const SHARE_ADDRESS = 'share'

/** The name of the form's field in which the phone sends the files. */
export const SHARE_FIELD = 'files'

/** The page's question to the service worker: the files of the share with this id, once. */
export interface TakeShared {
  readonly type: 'take-shared'
  readonly id: string
}

/** Long enough for a phone to start the page; what nobody asked for by then is forgotten. */
export const MAX_WAIT_FOR_PAGE_MS = 60_000

/** A service worker that was ended meanwhile has nothing, and may not even answer. */
const MAX_WAIT_FOR_FILES_MS = 10_000

/** Returns the question that `value` is, or null when it is anything else. */
export function parseTakeShared(value: unknown): TakeShared | null {
  if (typeof value !== 'object' || value === null) return null
  const { type, id } = value as Partial<Record<keyof TakeShared, unknown>>
  return type === 'take-shared' && typeof id === 'string' ? { type, id } : null
}

/** Returns the id of the share that opened this page; null when it was opened in another way. */
export function sharedIdIn(search: string): string | null {
  return new URLSearchParams(search).get('shared')
}

/**
 * Asks the service worker for the files of a share. Resolves with null when it does not have them any more: then they
 * have to be shared again. An empty list means that nothing in the share was a file.
 */
export async function takeShared(
  id: string,
  container: ServiceWorkerContainer = navigator.serviceWorker,
): Promise<readonly File[] | null> {
  const { active } = await container.ready
  const worker = container.controller ?? active
  if (!worker) return null
  const { port1, port2 } = new MessageChannel()
  return new Promise((resolve) => {
    const late = setTimeout(() => resolve(null), MAX_WAIT_FOR_FILES_MS)
    port1.onmessage = ({ data }: MessageEvent<unknown>) => {
      clearTimeout(late)
      port1.close()
      resolve(Array.isArray(data) && data.every((file) => file instanceof File) ? data : null)
    }
    worker.postMessage({ type: 'take-shared', id } satisfies TakeShared, [port2])
  })
}
