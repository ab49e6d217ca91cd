import type { Background } from '../bridge/background'
import { webExtension } from './web-extension'

/** Rejects when the extension was updated or removed under the page. */
export async function askBackground<Name extends keyof Background>(
  ask: Name,
  ...args: Parameters<Background[Name]>
): Promise<unknown> {
  return webExtension.runtime.sendMessage({ ask, with: args })
}
