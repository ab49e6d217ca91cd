import { type Action, type Frame, findPause, type Tab, until } from './tab'

/** A confirm() box, as both drivers hand it over. */
interface Box {
  message(): string
  accept(): Promise<void>
  dismiss(): Promise<void>
}

/** What a driver must offer. */
interface Driver<F, B> {
  frames(): readonly F[]
  onBox(heard: (box: Box) => void): void
  plain(frame: F): Frame
  /** The element once it can be seen; gives up by itself. */
  visible(frame: F, selector: string): Promise<B | null>
  click(button: B): Promise<void>
  /** Has the button note in `data-heard` that a click reached it. */
  listen(button: B): Promise<void>
  hasHeard(button: B): Promise<boolean>
}

/** For `listen`; runs in the page. A click that came too early to be meant is prevented. */
export function noteClicks(button: Element): void {
  button.removeAttribute('data-heard')
  button.addEventListener('click', (click) => button.toggleAttribute('data-heard', !click.defaultPrevented), {
    once: true,
  })
}

/** Milliseconds to wait for a click to be taken, one attempt after the other. */
const PATIENCE = [100, 200, 400, 1500, 1500]

/** All that asks the parent something in a tab: confirm() boxes, each counted and answered, and the pause page. */
export function askingIn<F extends { evaluate(expression: string): Promise<unknown> }, B>(
  driver: Driver<F, B>,
): Pick<Tab, 'confirms' | 'answerConfirms' | 'pause' | 'pauseNow' | 'isPaused'> {
  const confirms: string[] = []
  let answer = false
  driver.onBox((box) => {
    confirms.push(box.message())
    void (answer ? box.accept() : box.dismiss())
  })
  const shown = () => findPause(driver.frames())
  const isPaused = async () => (await shown()) !== null
  const pausePage = (frame: F) => ({
    ...driver.plain(frame),
    press: (action: Action) => pressUntilHeard(driver, frame, action, isPaused),
    text: () => driver.plain(frame).evaluate<string>('document.body.innerText'),
  })
  return {
    confirms,
    answerConfirms(next) {
      answer = next
    },
    async pause() {
      const frame = await until('the pause page to be shown', shown).catch((error: Error) => {
        throw new Error(`${error.message}; confirm() was called ${confirms.length} times`)
      })
      return pausePage(frame)
    },
    async pauseNow() {
      const frame = await shown()
      return frame && pausePage(frame)
    },
    isPaused,
  }
}

/**
 * Clicks until the button heard it, or the dialog is closed. A thumbnail that arrives late moves the buttons on a slow
 * machine, another screen can come in the same moment, and one that only just came takes no answer; the click of a
 * driver, unlike a person's, is not repeated by itself.
 */
async function pressUntilHeard<F, B>(
  driver: Driver<F, B>,
  frame: F,
  action: Action,
  isPaused: () => Promise<boolean>,
): Promise<void> {
  for (const patience of PATIENCE) {
    const button = await unlessClosed(driver.visible(frame, `[data-action="${action}"]`), isPaused)
    if (button === 'closed') return
    if (!button) throw new Error(`the pause page has no button ${action}`)
    const isTaken = async () => (await driver.hasHeard(button).catch(() => false)) || !(await isPaused())
    try {
      await driver.listen(button)
      await driver.click(button)
    } catch (problem) {
      // The button went away under the click; what came instead may have the same one.
      if (!(await isPaused())) return
      if (patience === PATIENCE.at(-1)) throw problem
    }
    for (const end = Date.now() + patience; Date.now() < end; await new Promise((resume) => setTimeout(resume, 50)))
      if (await isTaken()) return
  }
  throw new Error(`${PATIENCE.length} clicks on ${action} did nothing`)
}

/** What is waited for in a dialog, unless that closes by itself meanwhile, as it does when an earlier answer holds. */
async function unlessClosed<T>(waited: Promise<T>, isPaused: () => Promise<boolean>): Promise<T | 'closed'> {
  let isOver = false
  const closed = async () => {
    while (!isOver && (await isPaused())) await new Promise((resume) => setTimeout(resume, 50))
    return 'closed' as const
  }
  try {
    return await Promise.race([waited, closed()])
  } finally {
    isOver = true
    waited.catch(() => undefined)
  }
}
