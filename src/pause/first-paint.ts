/** Milliseconds after which nobody waits any more: a page in the background is not drawn. */
const LONG = 300

let painted: Promise<void> | undefined

/**
 * Work that only adds to the first screen begins once that is on the screen: a Worker that starts beside the drawing takes a
 * core from it.
 */
export function afterFirstPaint<Given extends readonly unknown[], Result>(
  work: (...given: Given) => Promise<Result>,
): (...given: Given) => Promise<Result> {
  return async (...given) => {
    painted ??= firstPaint()
    await painted
    return work(...given)
  }
}

/** Paint Timing §4: the entry comes when the frame was presented, or at once when that was long ago. */
function firstPaint(): Promise<void> {
  return new Promise((resolve) => {
    new PerformanceObserver((list) => {
      if (list.getEntriesByName('first-contentful-paint').length > 0) resolve()
    }).observe({ type: 'paint', buffered: true })
    setTimeout(resolve, LONG)
  })
}
