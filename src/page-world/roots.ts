import { chosenFiles } from './input'
import { typeOf } from './natives'
import { everyRoot, orUndefined, viewOf } from './tree'
import { type Instead, wrap } from './wrap'

type Watch = (target: EventTarget) => void

/**
 * Events that do not reach the window: `change` stays inside a shadow root, and nothing leaves an element outside of
 * the document. `watch` puts our listeners on a target, first; it may be called again and again.
 */
export function watchRoots(watch: Watch, watched: (type: unknown) => boolean, rewritten: () => void): void {
  const opening: Instead<unknown> = (self, _, native) => {
    everyRoot(self, watch)
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
    const view = orUndefined(() => viewOf(self))
    if (view) {
      watch(view)
      rewritten()
    }
    return result
  }

  wrap(Element, attached, 'attachShadow')
  wrap(ElementInternals, attached, 'shadowRoot')
  wrap(HTMLElement, opening, 'click')
  wrap(HTMLInputElement, opening, 'showPicker')
  wrap<unknown>(
    EventTarget,
    (self, args, native) => {
      if (orUndefined(() => typeOf(args[0])) === 'click') everyRoot(self, watch)
      return native()
    },
    'dispatchEvent',
  )
  wrap<EventTarget | undefined>(
    EventTarget,
    (self, args, native) => {
      if (watched(args[0])) {
        if (!self || self === window) watch(window)
        else if (chosenFiles(self)) watch(self)
        everyRoot(self, watch)
      }
      return native()
    },
    'addEventListener',
  )
  wrap(Document, written, 'open', 'write', 'writeln')
}
