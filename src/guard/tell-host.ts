import type { FromPause } from '../bridge/pause'
import type { PauseHost } from './pause-host'

/** Does to the host what the pause page says; what is not for the host has no function there. */
export function tellHost(host: PauseHost, message: FromPause): void {
  const does: Partial<Record<string, (height: number) => unknown>> = { ...host }
  does[message.type]?.((message as { readonly height: number }).height)
}
