import { useLayoutEffect } from 'preact/hooks'

const above: (() => void)[] = []

/** Calls back when Escape is pressed; of several components that listen, only the one that came last is called. */
export function useEscape(leave: (() => void) | null): void {
  // Before the first paint: an early Escape must not reach the component below, which would give up everything.
  useLayoutEffect(() => {
    if (!leave) return undefined
    above.push(leave)
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || above.at(-1) !== leave) return
      event.stopImmediatePropagation()
      leave()
    }
    addEventListener('keydown', press)
    return () => {
      removeEventListener('keydown', press)
      above.splice(above.indexOf(leave), 1)
    }
  }, [leave])
}
