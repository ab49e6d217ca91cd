import { getPrototypeOf, natives, own } from './natives'

export const [getRoot, isConnected, ownerOf] = natives(Node, 'getRootNode', 'isConnected', 'ownerDocument')
const [getHost] = natives(ShadowRoot, 'host')
const [openRootOf] = natives(Element, 'shadowRoot')
const [typeOfInput] = natives(HTMLInputElement, 'type')
export const [command, viewOf] = natives(Document, 'execCommand', 'defaultView')

/** What Firefox throws at the end of the stack; the others throw a RangeError. */
declare const InternalError: ErrorConstructor | undefined
const ENDS: readonly unknown[] = [RangeError.prototype, typeof InternalError === 'function' && InternalError.prototype]

/**
 * What `read` gives, or undefined where the browser throws because the object is of another kind or origin. The end of the stack is
 * not kept quiet: a page that is near it would get the native function without what belongs before it.
 */
export function orUndefined<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch (error) {
    const kind = typeof error === 'object' && error && getPrototypeOf(error)
    if (kind && (kind === ENDS[0] || kind === ENDS[1])) throw error
  }
}

/** Whether files can be chosen in it now. */
export const isInput = (node: unknown): node is HTMLInputElement => orUndefined(() => typeOfInput(node)) === 'file'

/** Whether the node is in a document that a window shows. */
export const isShown = (node: unknown): boolean => isConnected(node) && !!viewOf(ownerOf(node))

/** The shadow root or detached tree that a node is in; undefined when it is nothing but in the document. */
function rootAround(node: unknown): Node | undefined {
  const root = orUndefined(() => getRoot(node as Node))
  return root === document ? undefined : root
}

/** The element whose shadow root this is; undefined for the top of a detached tree. */
const hostOf = (root: Node): Element | undefined => orUndefined(() => getHost(root))

/** The shadow roots that this script met, by their hosts: a closed one tells nobody where it is. */
const met = own(new WeakMap<object, ShadowRoot>())

/** From now on what happens inside the shadow root is known to happen there; what is no such root is left out. */
export const meet = (root: Node): void => {
  const host = hostOf(root)
  if (host) met.set(host, root as ShadowRoot)
}

/** What `find` gives inside the shadow roots of a node, the innermost one; the node itself where there is nothing. */
export function innermost<T extends object>(node: T, find: (root: ShadowRoot) => Element | null): T | Element {
  for (let found: T | Element = node; ; ) {
    const root: ShadowRoot | null | undefined = met.get(found) ?? orUndefined(() => openRootOf(found))
    const inner: Element | null | undefined = root && find(root)
    if (!inner || inner === found) return found
    found = inner
  }
}

/** Every root between the node and the document, from within; none when it is nothing but in the document. */
export function everyRoot(node: unknown, visit: (root: Node) => void): void {
  for (let root = rootAround(node); root; root = rootAround(hostOf(root))) visit(root)
}

/** Whether the node is in a shadow tree of the element, nested ones included. */
export function isInside(node: Node, host: unknown): boolean {
  let found = false
  everyRoot(node, (root) => {
    found ||= hostOf(root) === host
  })
  return found
}
