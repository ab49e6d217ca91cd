import type { Tab } from '../tests/support/browsers'
import { until } from '../tests/support/browsers'

/** Milliseconds that a person takes to see what is new, to move a pointer onto something, and to press. */
const LOOK = 700
const MOVE = 600
const PRESS = 120

const wait = (ms: number) => new Promise((resume) => setTimeout(resume, ms))

/**
 * Hides every face but the one at a point, at the speed of a person: looks, moves, presses.
 * @returns milliseconds from the press of "Hide faces" to the press that makes the copy.
 */
export async function hideAllBut(tab: Tab, [x, y]: readonly [number, number]): Promise<number> {
  const press = async (element: string) => {
    await wait(MOVE)
    await tab.evaluate(`(() => {
      const element = ${element}
      const { left, top, width, height } = element.getBoundingClientRect()
      const at = { bubbles: true, clientX: left + width / 2, clientY: top + height / 2 }
      for (const type of ['pointerdown', 'pointerup']) element.dispatchEvent(new PointerEvent(type, at))
      element.click()
    })()`)
    await wait(PRESS)
  }
  const start = performance.now()
  await press(`document.querySelector('[data-action="hide"]')`)
  const found = () => tab.evaluate<boolean>(`document.querySelectorAll('.hide-mark').length > 0`)
  await until('faces', found, 60_000)
  await wait(LOOK)
  await press(`(() => {
    const { left, top, width, height } = document.querySelector('.hide-stage').getBoundingClientRect()
    const inside = ({ left: l, right, top: t, bottom }, px, py) => px > l && px < right && py > t && py < bottom
    return [...document.querySelectorAll('.hide-mark')].find((mark) =>
      inside(mark.getBoundingClientRect(), left + ${x} * width, top + ${y} * height))
  })()`)
  await wait(LOOK)
  await press(`document.querySelector('[data-action="hide-done"]')`)
  return performance.now() - start
}
