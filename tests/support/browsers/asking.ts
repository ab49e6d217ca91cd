import { type Action, clickUntilTaken, type Frame, findPause, type Tab, until } from './tab'

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
  isConnected(button: B): Promise<boolean>
}

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
    async press(action: Action) {
      const button = await driver.visible(frame, `[data-action="${action}"]`)
      if (!button) throw new Error(`the pause page has no button ${action}`)
      const there = () => driver.isConnected(button).catch(() => false)
      await clickUntilTaken(
        action,
        () => driver.click(button),
        async () => !(await isPaused()) || !(await there()),
      )
    },
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
