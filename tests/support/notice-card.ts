import { type ChromiumTab, type FirefoxTab, type Frame, type Tab, until } from './browsers'

export type Edges = Record<'left' | 'right' | 'top' | 'bottom', number>

/** Where our element lies in front, as edges in CSS pixels; null when it lies nowhere. It is a rectangle larger than the steps. */
export const COVERED = `(() => {
  const isOwn = (x, y) => document.elementFromPoint(x, y)?.matches('html>div') ?? false
  for (let y = 2; y < innerHeight; y += 20)
    for (let x = 2; x < innerWidth; x += 20) {
      if (!isOwn(x, y)) continue
      const edges = { left: x, right: x, top: y, bottom: y }
      while (isOwn(edges.left - 1, y)) edges.left--
      while (isOwn(edges.right + 1, y)) edges.right++
      while (isOwn(x, edges.top - 1)) edges.top--
      while (isOwn(x, edges.bottom + 1)) edges.bottom++
      return edges
    }
  return null
})()`

export interface NoticeCard {
  readonly frame: Frame
  /** Where it lies in the page. */
  readonly edges: Edges
  /** Clicks a button of it with the mouse, by its `data-action`. */
  click(action: string): Promise<void>
}

/** The card beside the page, once it is there and seen; both drivers have the same mouse. */
export async function noticeCardIn(tab: Tab): Promise<NoticeCard> {
  const frame = await until('the notice', async () => {
    for (const frame of tab.frames())
      if (await frame.evaluate<boolean>(`!!document.querySelector('.notice')`).catch(() => false)) return frame
    return null
  })
  const edges = await until('the notice to be seen', () => tab.evaluate<Edges | null>(COVERED))
  return {
    frame,
    edges,
    async click(action) {
      const [x, y] = await frame.evaluate<
        [number, number]
      >(`(({ x, y, width, height }) => [x + width / 2, y + height / 2])(
        document.querySelector('[data-action="${action}"]').getBoundingClientRect())`)
      const { mouse } = (tab as ChromiumTab | FirefoxTab).page
      await mouse.click(edges.left + x, edges.top + y)
    },
  }
}
