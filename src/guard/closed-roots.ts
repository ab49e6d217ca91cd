import { ROOT_EVENT } from '../bridge/page'
import { webExtension } from './web-extension'

/** Firefox gives extensions the root as a property. */
type Host = HTMLElement & { readonly openOrClosedShadowRoot?: ShadowRoot | null }

/**
 * Shows the page world the inputs in closed shadow roots that came with the markup: their `change` does not leave the
 * root, and no script of the page's world can look into it. A click comes before every choice, and a drag before every drop; nested
 * roots are heard of from the ones around them. To be called again when the document was opened anew.
 */
export function showClosedRoots(target: EventTarget = window): void {
  for (const type of ['click', 'dragenter']) target.addEventListener(type, show, true)
}

/** Returns an element's shadow root, closed ones too; null when it has none. */
export const shadowRootOf = (host: HTMLElement): ShadowRoot | null =>
  (host as Host).openOrClosedShadowRoot ?? webExtension.dom?.openOrClosedShadowRoot(host) ?? null

function show(event: Event): void {
  const host = event.composedPath()[0]
  if (!(host instanceof HTMLElement)) return
  const root = shadowRootOf(host)
  if (!root) return
  showClosedRoots(root)
  const submitter = root.querySelector('input')
  // Alone among events it carries an element that is not replaced by the host on the way out.
  if (submitter) window.dispatchEvent(new SubmitEvent(ROOT_EVENT, { submitter }))
}
