import {
  type FromTopFrame,
  parseExpectation,
  parseTopFrameRequest,
  type TopFrameRequest,
  type ToTopFrame,
} from '../bridge/top-frame'
import { askBackground } from './ask-background'
import { openPauseHost, type PauseHost } from './pause-host'
import { webExtension } from './web-extension'

/** Milliseconds without a word from the frame after which its dialog goes: the frame was removed. */
const FRAME_TIMEOUT_MS = 5000
/** An event on our own window that says whether our listeners are still there. */
const PROBE = 'pausephoto-probe'

/** Shows dialogs for the frames of this tab; to be called in the top frame, before any script of the page runs. */
export function serveFrames(): void {
  const expected = new Set<string>()
  let listening = false

  window.addEventListener(PROBE, (event) => {
    event.stopImmediatePropagation()
    listening = true
  })
  window.addEventListener(
    'message',
    (event) => {
      const request = parseTopFrameRequest(event.data)
      const [pausePort, port] = event.ports
      if (!request || !pausePort || !port || !expected.delete(request.ticket)) return
      event.stopImmediatePropagation()
      serve(openPauseHost(request.ticket, pausePort), port)
    },
    true,
  )
  webExtension.runtime.onMessage.addListener((message, _sender, respond) => {
    const expectation = parseExpectation(message)
    if (!expectation) return
    // A page that rewrote its document took our listener off, and would catch the request itself.
    listening = false
    window.dispatchEvent(new Event(PROBE))
    if (listening) expected.add(expectation.expect)
    respond(listening)
  })
}

function serve(host: PauseHost, port: MessagePort): void {
  const gone: FromTopFrame = 'gone'
  let watch: ReturnType<typeof setTimeout>
  const rest = () => {
    clearTimeout(watch)
    watch = setTimeout(() => {
      if (document.hidden) return rest()
      host.remove()
      port.postMessage(gone)
    }, FRAME_TIMEOUT_MS)
  }
  port.onmessage = ({ data }: MessageEvent<ToTopFrame>) => {
    rest()
    if (data !== 'there?') host[data]()
    if (!host.stay()) port.postMessage(gone)
  }
}

/** A host in the tab's top frame, or null when that has no guard that could be trusted with it. */
export async function openHostInTopFrame(ticket: string, pausePort: MessagePort): Promise<PauseHost | null> {
  if (window === top || (await askBackground('announce', ticket)) !== true) return null
  const { port1: port, port2 } = new MessageChannel()
  const request: TopFrameRequest = { type: 'pausephoto', ticket }
  const send = (message: ToTopFrame) => port.postMessage(message)
  let connected = true
  port.onmessage = () => {
    connected = false
  }
  top?.postMessage(request, '*', [pausePort, port2])
  return {
    show: () => send('show'),
    notice: () => send('notice'),
    hide: () => send('hide'),
    stay: () => {
      send('there?')
      return connected
    },
    remove: () => send('remove'),
  }
}
