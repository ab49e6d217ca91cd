import { useEffect, useRef } from 'preact/hooks'

/** How many of the page's own steps back are still to be heard of: browsers take them later. */
let ownSteps = 0

/**
 * Lets the phone's own Back leave an inner screen instead of the page, which would lose what was chosen. `isInner` is false on the first
 * screen, which Back leaves as any page.
 */
export function useBackKey(isInner: boolean, back: () => void): void {
  const latest = useRef(back)
  latest.current = back
  useEffect(() => {
    if (!isInner) return undefined
    history.pushState({ isInner }, '')
    const heard = () => {
      if (ownSteps === 0) latest.current()
    }
    addEventListener('popstate', heard)
    return () => {
      removeEventListener('popstate', heard)
      if (!history.state?.isInner) return
      ownSteps++
      addEventListener('popstate', () => setTimeout(() => void ownSteps--), { once: true })
      history.back()
    }
  }, [isInner])
}
