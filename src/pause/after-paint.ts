/** Milliseconds after which nobody waits for a frame any more: a page in the background is not drawn. */
const MAX_WAIT_MS = 300

/** Shared by all who change something before the same frame, as every button of a screen does. */
let coming: Promise<void> | undefined

/**
 * Resolves once what was just changed is on the screen: the frame after the next one begins when the next one was drawn. Work
 * that is not asked for yet waits for it, or the parent waits for the work.
 */
export function afterPaint(): Promise<void> {
  coming ??= new Promise((resolve) => {
    requestAnimationFrame(() => {
      coming = undefined
      requestAnimationFrame(() => resolve())
    })
    setTimeout(() => {
      coming = undefined
      resolve()
    }, MAX_WAIT_MS)
  })
  return coming
}

let first: Promise<void> | undefined

/**
 * Work that only adds to the first screen begins once that is on the screen: a Worker that starts beside the drawing takes a
 * core from it.
 */
export function afterFirstPaint<Given extends readonly unknown[], Result>(
  work: (...given: Given) => Promise<Result>,
): (...given: Given) => Promise<Result> {
  return async (...given) => {
    first ??= firstPaint()
    await first
    return work(...given)
  }
}

/** Paint Timing §4: the entry comes when the frame was presented, or at once when that was long ago. */
function firstPaint(): Promise<void> {
  return new Promise((resolve) => {
    new PerformanceObserver((list) => {
      if (list.getEntriesByName('first-contentful-paint').length > 0) resolve()
    }).observe({ type: 'paint', buffered: true })
    setTimeout(resolve, MAX_WAIT_MS)
  })
}
