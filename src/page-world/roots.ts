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
export function watchRoots(watch: Watch, watched: (type: unknown) => boolean, rewritten: () => void): void {
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

  wrap(Element, 'attachShadow', attached)
  wrap(ElementInternals, 'shadowRoot', attached)
  wrap(HTMLElement, 'click', opening)
  wrap(HTMLInputElement, 'showPicker', opening)
  wrap<unknown>(EventTarget, 'dispatchEvent', (self, args, native) => {
    if (attempt(() => typeOf(args[0])) === 'click') watchAround(watch, self)
    return native()
  })
  wrap<EventTarget | undefined>(EventTarget, 'addEventListener', (self, args, native) => {
    if (watched(args[0])) {
      if (!self || self === window) watch(window)
      else if (chosenFiles(self)) watch(self)
      watchAround(watch, self)
    }
    return native()
  })
  for (const name of ['open', 'write', 'writeln']) wrap(Document, name, written)
}
