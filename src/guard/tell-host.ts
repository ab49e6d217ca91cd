import type { FromPause } from '../bridge/pause'
import type { PauseHost } from './pause-host'

/** Says whether a message of the pause page is for its host. */
export const isForHost = ({ type }: FromPause): boolean => /^(show|notice|hide|aside|blur)$/.test(type)

/** Does to the host what the pause page says. */
export function tellHost(host: PauseHost, message: FromPause): void {
  if (message.type === 'notice') host.notice(message.height)
  else if (isForHost(message)) host[message.type as 'show']()
}
