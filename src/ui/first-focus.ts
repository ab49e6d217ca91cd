import { useLayoutEffect, useRef } from 'preact/hooks'

/**
 * Gives an element the focus when it appears; in a frame that does not have the focus yet, once it gets it. It is the
 * host of the frame that moves the focus there: when both try at once, Chromium leaves it with neither.
 */
export function useFirstFocus<Target extends HTMLElement>(wanted = true) {
  const target = useRef<Target>(null)
  useLayoutEffect(() => {
    if (!wanted) return undefined
    const give = () => target.current?.focus({ preventScroll: true })
    if (document.hasFocus()) return give()
    const over = new AbortController()
    addEventListener('focus', give, { once: true, signal: over.signal })
    return () => over.abort()
  }, [wanted])
  return target
}
