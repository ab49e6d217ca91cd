import { Workbox } from 'workbox-window'

/**
 * Keeps the page and its files for later use without a network, and brings in a newer version: at once while nothing is at
 * stake, otherwise as soon as `isIdle` says so. A version is always whole: an open page goes on with the files it came with.
 * @param isIdle asked when a newer version waits, and again each time the returned function is called.
 */
export function keepForOffline(isIdle: () => boolean): () => void {
  if (!('serviceWorker' in navigator)) return () => undefined
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
  // What the first screen needs comes first.
  const register = () => void workbox.register().catch((error: unknown) => console.warn('not kept for offline:', error))
  if (document.readyState === 'complete') register()
  else addEventListener('load', register, { once: true })
  return takeOver
}
