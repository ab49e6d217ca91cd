const MARGIN_PX = 16
/** Points that are looked at, along the width and along the height of the notice. */
const COLUMNS = 5
const ROWS = 4
/** Milliseconds without a word of a drag after which the notice comes back. */
const ASIDE_MS = 1000

const USED = 'a,button,input,select,textarea,label,summary,video,iframe,[contenteditable],[role],[tabindex]'

/** Weighs more than everything that can lie under it. */
const IN_USE = 1000

/**
 * Puts the notice, so many pixels high, where it covers least of what can be used, and nothing of what is in use: at the top
 * or halfway, never in the lower corners, where chats have their composers. With 0 it stays unseen.
 */
export function placeNotice(notice: HTMLElement, height: number): void {
  notice.classList.toggle('unseen', true)
  const { innerWidth, innerHeight } = window
  const { width } = notice.getBoundingClientRect()
  const high = Math.min(height, innerHeight - 2 * MARGIN_PX)
  const end = innerWidth - width - MARGIN_PX
  const middle = (innerHeight - high) / 2
  const across = [end, MARGIN_PX, (innerWidth - width) / 2]
  if (document.dir === 'rtl') across.reverse()
  const inUse = elementsInUse()
  let [left, top, least] = [end, MARGIN_PX, Number.POSITIVE_INFINITY]
  for (const y of [MARGIN_PX, middle]) {
    for (const x of across) {
      const covered = covers(new DOMRect(x, y, width, high), inUse)
      if (covered < least) [left, top, least] = [x, y, covered]
    }
  }
  notice.style.cssText = `left:${left}px;top:${top}px;height:${high}px`
  notice.classList.toggle('unseen', height === 0)
}

/** What has the focus, and what is under the pointer; a whole page in either says nothing. */
function elementsInUse(): DOMRect[] {
  const hovered = document.querySelectorAll(':hover')
  return [document.activeElement, hovered[hovered.length - 1]].flatMap((element) => {
    const area = element?.getBoundingClientRect()
    return area && area.width * area.height < (innerWidth * innerHeight) / 2 ? area : []
  })
}

function covers({ left, top, right, bottom, width, height }: DOMRect, inUse: readonly DOMRect[]): number {
  let covered = 0
  for (const area of inUse)
    if (area.left < right && area.right > left && area.top < bottom && area.bottom > top) covered += IN_USE
  for (let row = 0; row < ROWS; row++)
    for (let column = 0; column < COLUMNS; column++) {
      const [x, y] = [left + (width * (column + 0.5)) / COLUMNS, top + (height * (row + 0.5)) / ROWS]
      if (document.elementFromPoint(x, y)?.closest(USED)) covered++
    }
  return covered
}

/**
 * While something is dragged over the page, or over the notice itself, the notice is not there: what is dropped is for the
 * page. Ends when the notice is closed.
 */
export function stepAside(notice: HTMLElement): void {
  const end = new AbortController()
  let back: ReturnType<typeof setTimeout>
  const aside = () => {
    if (!notice.classList.contains('notice')) return end.abort()
    notice.style.visibility = 'hidden'
    clearTimeout(back)
    back = setTimeout(() => {
      notice.style.visibility = ''
    }, ASIDE_MS)
  }
  for (const target of [window, notice])
    target.addEventListener('dragover', aside, { capture: true, signal: end.signal })
}
