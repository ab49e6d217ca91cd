import { type FromGuard, PORT_EVENT, parseFromPageWorld } from '../bridge/page'
import { askBackground } from './ask-background'
import { showClosedRoots } from './closed-roots'
import { goneSentence } from './gone-sentence'
import type { Serve } from './host'

/**
 * Gives the page world of this document one end of a port, before any script of the page runs. The event is dispatched and
 * heard within one call, so no page can be in between. Every page load pays for this script: what serves a photo is put
 * beside it by the background once a picker opens or a photo is held (src/guard/host.ts).
 */
export function guard(): void {
  const { port1: port, port2 } = new MessageChannel()
  const send = (message: FromGuard) => port.postMessage(message)
  let brought: Promise<Serve> | undefined
  const bring = async (): Promise<Serve> => {
    await askBackground('injectHost')
    const serve = globalThis.pausephotoServe
    if (!serve) throw new Error('the browser does not let us')
    return serve
  }

  port.onmessage = ({ data }) => {
    const message = parseFromPageWorld(data)
    if (message?.type === 'open') listen()
    else if (message?.type === 'ping') send({ type: 'alive', id: message.id })
    else if (message) {
      brought ??= bring()
      brought.then(
        (serve) => serve(message, send),
        () => {
          brought = undefined
          if (message.type === 'hold' || message.type === 'read') send({ type: 'unavailable', id: message.id })
        },
      )
    }
  }
  listen()
  handOver(port2)
}

/** A document that is opened anew loses every listener of its window, in every world. */
function listen(): void {
  showClosedRoots()
  // Before any script of the page could keep from us what it puts over our dialog.
  for (const type of ['toggle', 'fullscreenchange'])
    window.addEventListener(type, () => globalThis.pausephotoCovered?.(), true)
}

function handOver(port: MessagePort): void {
  const event = () => new MessageEvent(PORT_EVENT, { cancelable: true, data: goneSentence(), ports: [port] })
  if (!document.dispatchEvent(event())) return
  // Nobody took it: where a sandbox forbids scripts, browsers run none of the page's world. It comes into this one.
  globalThis.pausephotoScriptless = true
  const world = new AbortController()
  for (const type of ['input', 'change', 'drop', 'paste', 'submit'])
    window.addEventListener(type, refuse, { capture: true, signal: world.signal })
  askBackground('injectPageWorld').then(() => {
    if (!document.dispatchEvent(event())) world.abort()
  })
}

/** Nothing is chosen or sent while nobody can hold it. */
function refuse(event: Event): void {
  event.preventDefault()
  event.stopImmediatePropagation()
  const [target] = event.composedPath()
  if (target instanceof HTMLInputElement && target.type === 'file') target.value = ''
}
