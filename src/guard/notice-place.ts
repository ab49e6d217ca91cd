const MARGIN_PX = 16
/** Points along each side at which is looked under the notice. */
const POINTS = 5
/** What can be used. */
const USABLE = 'a,button,input,select,textarea,iframe,[contenteditable],[tabindex]'

/**
 * Puts the notice, so many pixels high, where it covers least of what can be used, and last of all what has the focus or the
 * pointer: at the top or halfway, never in the lower corners, where chats have their composers. With 0 it stays unseen.
 */
export function placeNotice(notice: HTMLElement, height: number): void {
  const inUse = [...document.querySelectorAll(':focus,:hover')]
  notice.className = 'notice unseen'
  const width = notice.offsetWidth
  const high = Math.min(height, innerHeight - 2 * MARGIN_PX)
  let least = Number.POSITIVE_INFINITY
  for (const top of [MARGIN_PX, (innerHeight - high) / 2])
    for (const left of [innerWidth - width - MARGIN_PX, MARGIN_PX]) {
      let covered = 0
      for (let at = 0; at < POINTS * POINTS; at++) {
        const under = document
          .elementFromPoint(left + (width / 4) * (at % POINTS), top + (high / 4) * ((at / POINTS) | 0))
          ?.closest(USABLE)
        if (under) covered += inUse.includes(under) ? POINTS * POINTS : 1
      }
      if (covered < least) {
        least = covered
        notice.style.cssText = `left:${left}px;top:${top}px;height:${high}px`
      }
    }
  if (height) notice.className = 'notice'
}
