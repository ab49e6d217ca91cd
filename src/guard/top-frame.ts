import { IDLE_LIMIT_MS } from '../bridge/liveness'
import { type FromPause, parseFromPause } from '../bridge/pause'
import '../bridge/top-frame'
import { openPauseHost } from './pause-host'
import { tellHost } from './tell-host'

/**
 * Lets the background open the pause page here for a frame of this tab. The pause page itself says when it is to be seen; it
 * stays in front while it says that it is at work.
 */
export function hostForFrames(): void {
  globalThis.pausephotoHost ??= (ticket) => {
    const { port1: port, port2 } = new MessageChannel()
    const host = openPauseHost(ticket, port2, () => port.postMessage({ type: 'raised' }))
    let idle: ReturnType<typeof setTimeout> | undefined
    const remove = () => {
      clearTimeout(idle)
      port.close()
      host.remove()
    }
    // The frame's own guard forgets the pause page sooner, and asks for another.
    const rest = () => {
      clearTimeout(idle)
      idle = setTimeout(remove, 2 * IDLE_LIMIT_MS)
    }
    port.onmessage = ({ data }) => {
      rest()
      const message: FromPause | null = parseFromPause(data, () => undefined)
      if (message?.type === 'remove' || !host.stay()) remove()
      else if (message) tellHost(host, message)
    }
    rest()
    return true
  }
}
