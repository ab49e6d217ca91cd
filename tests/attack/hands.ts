/** What the visitor has one of, whatever the number of tabs: the focus of the keyboard, and the clipboard. */
export function createHands(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const next = last.then(work)
    last = next.catch(() => {})
    return next
  }
}

/** Counts, and tells those who wait for the next. */
export function createCount(): {
  readonly add: () => void
  readonly now: () => number
  readonly next: () => Promise<void>
} {
  let count = 0
  let waiting: (() => void)[] = []
  return {
    add() {
      count++
      for (const heard of waiting) heard()
      waiting = []
    },
    now: () => count,
    next: () => new Promise((resolve) => waiting.push(resolve)),
  }
}
