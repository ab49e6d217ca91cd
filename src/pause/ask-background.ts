import { browser } from 'wxt/browser'
import type { Background } from '../bridge/background'

/** One question to the background, answered by the function of the same name there. */
export function askBackground<Name extends keyof Background>(
  ask: Name,
  ...values: Parameters<Background[Name]>
): Promise<ReturnType<Background[Name]>> {
  return browser.runtime.sendMessage({ ask, with: values })
}
