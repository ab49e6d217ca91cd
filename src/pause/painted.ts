/** Milliseconds after which nobody waits for a frame any more: a page in the background is not drawn. */
const LONG = 300

/**
 * Resolves once what was just changed is on the screen: the frame after the next one begins when the next one was drawn. Work
 * that is not asked for yet waits for it, or the parent waits for the work.
 */
export function painted(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => resolve()))
    setTimeout(resolve, LONG)
  })
}
