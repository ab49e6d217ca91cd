import { useLayoutEffect, useRef } from 'preact/hooks'

/** Milliseconds that the host of a frame has for moving the focus there: when both try at once, Chromium leaves it with neither. */
const HOSTS_TURN = 100

/** Gives an element the focus when it appears; in a frame that does not have the focus yet, once it gets it. */
export function useFirstFocus<Target extends HTMLElement>(wanted = true) {
  const target = useRef<Target>(null)
  useLayoutEffect(() => {
    if (!wanted) return undefined
    const give = () => target.current?.focus({ preventScroll: true })
    const giveUnlessTaken = () => {
      if (document.activeElement === document.body) give()
    }
    if (document.hasFocus()) return give()
    const over = new AbortController()
    addEventListener('focus', giveUnlessTaken, { once: true, signal: over.signal })
    const timer = setTimeout(giveUnlessTaken, HOSTS_TURN)
    return () => {
      over.abort()
      clearTimeout(timer)
    }
  }, [wanted])
  return target
}
