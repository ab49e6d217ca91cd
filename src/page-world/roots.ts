import { chosenFiles } from './input'
import { getter, typeOf } from './natives'
import { attempt, hostOf, rootAround } from './tree'
import { type Instead, wrap } from './wrap'

type Watch = (target: EventTarget) => void

const viewOf = getter(Document, 'defaultView')

/** Watches every root between the node and the document; none when it is nothing but in the document. */
export function watchAround(watch: Watch, node: unknown): void {
  for (let root = rootAround(node); root; root = rootAround(hostOf(root))) watch(root)
}

/**
 * Events that do not reach the window: `change` stays inside a shadow root, and nothing leaves an element outside of
 * the document. `watch` puts our listeners on a target, first; it may be called again and again.
 */
export function watchRoots(
  watch: Watch,
  watched: (type: unknown) => boolean,
  rewritten: () => void,
  signal: AbortSignal,
): void {
  const opening: Instead<unknown> = (self, _, native) => {
    watchAround(watch, self)
    return native()
  }
  const attached: Instead<unknown> = (_self, _args, native) => {
    const root = native() as ShadowRoot | null
    if (root) watch(root)
    return root
  }
  const written: Instead<unknown> = (self, _, native) => {
    const result = native()
    // document.open() takes every listener off the window, in every world.
    const view = attempt(() => viewOf(self))
    if (view) {
      watch(view)
      rewritten()
    }
    return result
  }

  wrap(Element.prototype, 'attachShadow', attached, signal)
  wrap(ElementInternals.prototype, 'shadowRoot', attached, signal)
  wrap(HTMLElement.prototype, 'click', opening, signal)
  wrap(HTMLInputElement.prototype, 'showPicker', opening, signal)
  wrap<unknown>(
    EventTarget.prototype,
    'dispatchEvent',
    (self, args, native) => {
      if (attempt(() => typeOf(args[0])) === 'click') watchAround(watch, self)
      return native()
    },
    signal,
  )
  wrap<EventTarget | undefined>(
    EventTarget.prototype,
    'addEventListener',
    (self, args, native) => {
      if (watched(args[0])) {
        if (!self || self === window) watch(window)
        else if (chosenFiles(self)) watch(self)
        watchAround(watch, self)
      }
      return native()
    },
    signal,
  )
  for (const name of ['open', 'write', 'writeln']) wrap(Document.prototype, name, written, signal)
}
