/** Milliseconds between looks, the least that browsers allow. */
const LOOK_MS = 100

/** Chromium's (Intersection Observer v2, §2.2.1). */
type Entry = IntersectionObserverEntry & { readonly isVisible: boolean }

let covered = false

/**
 * Watches whether anything of the page lies over ours, or makes it transparent. Chromium alone can tell; elsewhere nothing is
 * taken for covered.
 */
export function watchCover(): void {
  if (!('isVisible' in IntersectionObserverEntry.prototype)) return
  covered = true
  const options = { trackVisibility: true, delay: LOOK_MS } as IntersectionObserverInit
  new IntersectionObserver((entries) => {
    covered = (entries.at(-1) as Entry).isVisible === false
  }, options).observe(document.documentElement)
}

/** Says whether what is asked cannot be read in full at the moment. */
export const isCovered = (): boolean => covered
