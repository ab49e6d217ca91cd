import { natives } from './natives'
import { everyRoot, orUndefined } from './tree'
import { type Instead, type View, wrap } from './wrap'

const [modeOf, hostOf] = /* @__PURE__ */ natives(ShadowRoot, 'mode', 'host')

/**
 * Firefox tells pages where an event really happened, in closed shadow roots too: the frame of our dialog, its address, the dialog
 * itself. What lies in a closed root is answered by the root's host.
 */
export function watchOriginalTargets(view: View): void {
  const outside: Instead<unknown> = (_self, _args, native) => {
    let node = native()
    everyRoot(node, (root) => {
      if (orUndefined(() => modeOf(root)) === 'closed') node = hostOf(root)
    })
    return node
  }
  wrap(view.Event, outside, 'originalTarget', 'explicitOriginalTarget')
  wrap(view.UIEvent, outside, 'rangeParent')
}
