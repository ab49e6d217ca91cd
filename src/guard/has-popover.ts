import { shadowRootOf } from './closed-roots'

/** Says whether a popover is open in the document, or in the shadow root of a custom element, whatever its mode. */
export function hasPopover(root: ParentNode = document): boolean {
  if (root.querySelector(':popover-open')) return true
  return Array.from(root.querySelectorAll<HTMLElement>('*')).some((element) => {
    const inner = element.localName.includes('-') && element instanceof HTMLElement && shadowRootOf(element)
    return inner && hasPopover(inner)
  })
}
