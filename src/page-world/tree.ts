import { natives } from './natives'

export const [getRoot, isConnected] = natives(Node, 'getRootNode', 'isConnected')
const [getHost] = natives(ShadowRoot, 'host')
export const [command, viewOf] = natives(Document, 'execCommand', 'defaultView')

/** What `read` gives, or undefined where the browser throws because the object is of another kind. */
export function orUndefined<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch {}
}

/** The shadow root or detached tree that a node is in; undefined when it is nothing but in the document. */
function rootAround(node: unknown): Node | undefined {
  const root = orUndefined(() => getRoot(node as Node))
  return root === document ? undefined : root
}

/** The element whose shadow root this is; undefined for the top of a detached tree. */
const hostOf = (root: Node): Element | undefined => orUndefined(() => getHost(root))

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
