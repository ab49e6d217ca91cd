import { type Action, type PausePage, until } from './browsers'

/**
 * Presses a button of the pause page until the page heard it: in the first moments of a new frame Chromium gives a
 * click to what lies below.
 */
export async function pressSurely(pause: PausePage, action: Action): Promise<void> {
  await pause.evaluate(`(() => {
    window.heard = false
    addEventListener('click', () => { window.heard = true }, { capture: true, once: true })
  })()`)
  await until(`${action} to be heard`, async () => {
    await pause.press(action)
    return pause.evaluate<boolean>('window.heard')
  })
}
