import { Workbox } from 'workbox-window'

export interface Offline {
  /** To be called each time the page may have become idle. */
  readonly settle: () => void
  /** Whether the page can be had without a network from now on; it may be a while before that is known. */
  readonly kept: Promise<boolean>
}

/**
 * Keeps the page and its files for later use without a network, and brings in a newer version: at once while nothing is at
 * stake, otherwise as soon as `isIdle` says so. A version is always whole: an open page goes on with the files it came with.
 * @param isIdle asked when a newer version waits, and again each time `settle` is called.
 */
export function keepForOffline(isIdle: () => boolean): Offline {
  // A private window may have none.
  if (!('serviceWorker' in navigator)) return { settle: () => undefined, kept: Promise.resolve(false) }
  const workbox = new Workbox('./service-worker.js', { scope: './' })
  let isWaiting = false
  const takeOver = () => {
    if (!isWaiting || !isIdle()) return
    isWaiting = false
    workbox.addEventListener('controlling', ({ isExternal }) => {
      if (!isExternal && isIdle()) location.reload()
    })
    workbox.messageSkipWaiting()
  }
  workbox.addEventListener('waiting', () => {
    isWaiting = true
    takeOver()
  })
  const kept = new Promise<boolean>((tell) => {
    void navigator.serviceWorker.ready.then(() => tell(true))
    // There is no room for the files.
    workbox.addEventListener('redundant', () => tell(false))
    const register = () =>
      void workbox.register().catch((error: unknown) => {
        console.warn('not kept for offline:', error)
        tell(false)
      })
    // What the first screen needs comes first.
    if (document.readyState === 'complete') register()
    else addEventListener('load', register, { once: true })
  })
  return { settle: takeOver, kept }
}
