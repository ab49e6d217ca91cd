import { useEffect, useRef } from 'preact/hooks'

/**
 * Gives an element the focus when it appears. In a frame that is not shown yet nothing can have the focus, so it is
 * given again when the window gets it, as long as nothing else in the page took it.
 */
export function useFirstFocus<Target extends HTMLElement>(wanted = true) {
  const target = useRef<Target>(null)
  useEffect(() => {
    if (!wanted) return undefined
    const give = () => {
      const { activeElement } = document
      if (activeElement === null || activeElement === document.body) target.current?.focus({ preventScroll: true })
    }
    target.current?.focus({ preventScroll: true })
    const drawn = requestAnimationFrame(give)
    addEventListener('focus', give)
    return () => {
      cancelAnimationFrame(drawn)
      removeEventListener('focus', give)
    }
  }, [wanted])
  return target
}
