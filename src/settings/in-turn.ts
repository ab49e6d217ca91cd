/**
 * Runs pieces of work one after the other, so that reading, changing and writing a stored value is one step within
 * this page or background. A failure is the caller's and does not stop the next piece.
 */
export function createTurns(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const result = last.then(work)
    last = result.catch(() => undefined)
    return result
  }
}
