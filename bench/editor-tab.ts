import { type Tab, until } from '../tests/support/browsers'

/** A mark on the picture, as parts of its width and height. */
export interface MarkShown {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface Waited {
  readonly ms: number
  /** The longest time for which the page could not answer, in milliseconds. */
  readonly blockedMs: number
}

/** Presses a button and waits until an expression holds, frame by frame; counts how long the page was blocked meanwhile. */
function pressAndWait(tab: Tab, action: string, holds: string): Promise<Waited> {
  return tab.evaluate<Waited>(`(async () => {
    let last = performance.now()
    let blockedMs = 0
    const { port1, port2 } = new MessageChannel()
    let over = false
    port1.onmessage = () => {
      const now = performance.now()
      blockedMs = Math.max(blockedMs, now - last)
      last = now
      if (!over) setTimeout(() => port2.postMessage(null))
    }
    port2.postMessage(null)
    const start = performance.now()
    document.querySelector('[data-action="${action}"]').click()
    while (!(${holds})) await new Promise(requestAnimationFrame)
    const ms = performance.now() - start
    over = true
    return { ms, blockedMs }
  })()`)
}

/** Gives a photo to the checker and waits until it can be opened. */
export async function give(tab: Tab, path: string): Promise<void> {
  await tab.give('[data-input="files"]', [path])
  const there = () => tab.evaluate<boolean>(`document.querySelector('[data-action="hide"]') !== null`)
  await until('the photo', there, 60_000)
}

/** Opens the editor and waits until it says what was found. */
export const openEditor = (tab: Tab) => pressAndWait(tab, 'hide', `document.querySelector('.hide-found')?.textContent`)

/** Asks for text and waits until the editor says what was found, or that nobody could look. */
export const findText = (tab: Tab) =>
  pressAndWait(
    tab,
    'find-text',
    `(document.querySelector('[data-action="hide-texts"]') ?? document.querySelector('[data-action="find-text"]:not([disabled]) + [role="status"]:not(:empty)'))`,
  )

/** Returns where marks of a kind are. */
export function marksShown(tab: Tab, what: 'face' | 'text'): Promise<MarkShown[]> {
  return tab.evaluate<MarkShown[]>(`(() => {
    const stage = document.querySelector('.hide-stage').getBoundingClientRect()
    return [...document.querySelectorAll('.hide-mark[data-what="${what}"]')].map((mark) => {
      const { left, top, width, height } = mark.getBoundingClientRect()
      return { x: (left - stage.left) / stage.width, y: (top - stage.top) / stage.height, width: width / stage.width, height: height / stage.height }
    })
  })()`)
}

/** Leaves the editor and empties the list. */
export async function leave(tab: Tab): Promise<void> {
  const has = (action: string) => tab.evaluate<boolean>(`document.querySelector('[data-action="${action}"]') !== null`)
  if (await has('hide-back')) await tab.evaluate(`document.querySelector('[data-action="hide-back"]').click()`)
  await until('the list', () => has('clear'))
  await tab.evaluate(`document.querySelector('[data-action="clear"]').click()`)
  await until('an empty list', async () => !(await has('hide')))
}
