import type { Inputs } from './input'
import { typeOf } from './natives'
import { everyRoot, isInput, meet, orUndefined, viewOf } from './tree'
import { type Instead, type View, wrap } from './wrap'

export type Watch = (target: EventTarget) => void

/**
 * Events that do not reach the window: `change` and `submit` stay inside a shadow root, and nothing leaves an element outside
 * of the document, or one that the page takes away while its picker is open. `watch` puts our listeners on a target, first;
 * it may be called again and again.
 */
export function watchRoots(
  view: View,
  watch: Watch,
  watched: (type: unknown) => boolean,
  inputs: Inputs,
  rewritten: () => void,
): void {
  const opening: Instead<unknown> = (self, _, native) => {
    watchAround(self, watch)
    return native()
  }
  const attached: Instead<unknown> = (_self, _args, native) => {
    const root = native() as ShadowRoot | null
    if (root) watchAround(root, watch)
    return root
  }
  const written: Instead<unknown> = (self, _, native) => {
    const result = native()
    // document.open() takes every listener off the window, in every world.
    const opened = orUndefined(() => viewOf(self))
    if (opened) {
      watch(opened)
      if (opened === window) rewritten()
    }
    return result
  }

  wrap(view.Element, attached, 'attachShadow')
  wrap(view.ElementInternals, attached, 'shadowRoot')
  wrap(view.HTMLElement, opening, 'click')
  wrap(view.HTMLFormElement, opening, 'requestSubmit')
  wrap<unknown>(
    view.HTMLInputElement,
    (self, _, native) => {
      watchAround(self, watch)
      inputs.opening(self)
      return native()
    },
    'showPicker',
  )
  wrap<unknown>(
    view.EventTarget,
    (self, args, native) => {
      if (orUndefined(() => typeOf(args[0])) === 'click') watchAround(self, watch)
      return native()
    },
    'dispatchEvent',
  )
  wrap<EventTarget | undefined>(
    view.EventTarget,
    (self, args, native) => {
      if (watched(args[0])) {
        if (!self || self === view) watch(view)
        else watchAround(self, watch)
      }
      return native()
    },
    'addEventListener',
  )
  wrap(view.Document, written, 'open', 'write', 'writeln')
}

/** Watches what an event on the node may pass, besides the window: the node itself when files may be chosen in it, and its roots. */
export function watchAround(node: unknown, watch: Watch): void {
  if (isInput(node)) watch(node)
  everyRoot(node, (root) => {
    meet(root)
    watch(root)
  })
}
