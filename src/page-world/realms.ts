import { every } from './file-list'
import { descriptorOf, natives, own, targetOf } from './natives'
import { PRISTINE, watchedFromHere } from './reader-elsewhere'
import { orUndefined, viewOf } from './tree'
import type { WayIn } from './way-in'
import { type Instead, textOf, type View, wrap } from './wrap'

const [lengthOf] = natives({ prototype: window }, 'length')
const [localNameOf] = natives(Element, 'localName')
const [windowIn] = natives(HTMLIFrameElement, 'contentWindow')

export interface Realms {
  readonly way: WayIn
  /** Has what gives the page of this window another window watch that one first. */
  wrapAccess(view: View): void
}

/**
 * Windows of this origin in which our scripts do not run: the browser injects none where an address is pending, hangs, or gives
 * no document, and pages write into such frames. They are watched from here, before the page gets hold of them.
 */
export function realms(watchRealm: (view: View) => void): Realms {
  const done = own(new WeakSet<object>())

  /** Also of a document; of another origin nothing can be read. */
  const reach = (given: unknown) => {
    const view = (orUndefined(() => viewOf(given)) ?? given) as View | null
    const prototype = orUndefined(() => view?.HTMLInputElement.prototype)
    if (!view || !prototype || done.has(prototype)) return
    if (watchedFromHere.has(prototype) || textOf(descriptorOf(prototype, 'files').get) === PRISTINE) {
      watchedFromHere.add(prototype)
      watchRealm(view)
    }
    done.add(prototype)
  }
  const reachAll = (view: View) => {
    for (let index = 0; index < (orUndefined(() => lengthOf(view)) ?? 0); index++) {
      const inner = view[index] as View
      reach(inner)
      if (watchedFromHere.has(orUndefined(() => inner.HTMLInputElement.prototype) ?? view)) reachAll(inner)
    }
  }

  return {
    // Pages have frames by index or name as well, which nothing tells us. This comes before any choice in one: the pointer enters it,
    // or the focus leaves the window for it.
    way: {
      mouseover(event) {
        const target = targetOf(event)
        if (orUndefined(() => localNameOf(target)) === 'iframe') reach(windowIn(target))
      },
      blur(event) {
        // Of elements as well; only the window's own has a frame in view.
        if (targetOf(event) === window) reachAll(window)
      },
    },
    wrapAccess(view) {
      const reaching: Instead<unknown> = (_self, _args, native) => {
        const given = native()
        reach(given)
        return given
      }
      every([view.HTMLIFrameElement, view.HTMLFrameElement, view.HTMLObjectElement, view.HTMLEmbedElement], (element) =>
        wrap(element, reaching, 'contentWindow', 'contentDocument', 'getSVGDocument'),
      )
      wrap({ prototype: view }, reaching, 'open')
    },
  }
}
