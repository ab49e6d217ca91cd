import { every } from './file-list'
import { append, apply, defineProperty, getPrototypeOf, natives, plain } from './natives'
import type { View } from './wrap'

/** V8's alone: one call in a stack. */
interface CallSite {
  getFileName(): string | null
}

/** V8's alone: how a page wants the stack of an error told. */
type Prepare = (error: unknown, sites: readonly CallSite[]) => unknown

/** The sites of a stack, as V8 gives them to a function that pages may set. */
function ownSites(): readonly CallSite[] {
  defineProperty(
    Error,
    'prepareStackTrace',
    plain((_: unknown, sites: unknown) => sites),
  )
  const { stack } = new Error()
  delete (Error as { prepareStackTrace?: unknown }).prepareStackTrace
  return stack as unknown as readonly CallSite[]
}

/** Leaves our functions out of the stacks that pages take apart: a site names its file by the extension's address. */
export function hideInStacks(): (view: View) => void {
  const [here] = ownSites()
  const [fileOf] = natives({ prototype: getPrototypeOf(here as object) as CallSite }, 'getFileName')
  const ours = fileOf(here as CallSite)
  return (view) => {
    let set: unknown
    const prepare: Prepare = (error, sites) => {
      const others: CallSite[] = []
      every(sites, (site) => {
        if (fileOf(site) !== ours) append(others, site)
      })
      return apply(set as () => void, view.Error, [error, others])
    }
    defineProperty(view.Error, 'prepareStackTrace', {
      __proto__: null,
      get: () => (typeof set === 'function' ? prepare : set),
      set(value: unknown) {
        if (value !== prepare) set = value
      },
      enumerable: true,
      configurable: true,
    } as PropertyDescriptor)
  }
}
