/** Milliseconds for which a notice stays while nobody reads it, and at most. */
export const STAY_MS = 10_000
export const MAX_STAY_MS = 60_000

/** Closes the card after a while in which it is not read, and in any case in the end. Returns what stops that. */
export function closeLater(card: EventTarget, close: () => void): () => void {
  let timer = setTimeout(close, STAY_MS)
  const last = setTimeout(close, MAX_STAY_MS)
  const end = new AbortController()
  const stay = () => clearTimeout(timer)
  const leave = () => {
    clearTimeout(timer)
    timer = setTimeout(close, STAY_MS)
  }
  for (const type of ['pointerenter', 'focusin']) card.addEventListener(type, stay, { signal: end.signal })
  for (const type of ['pointerleave', 'focusout']) card.addEventListener(type, leave, { signal: end.signal })
  return () => {
    end.abort()
    clearTimeout(timer)
    clearTimeout(last)
  }
}
