import { every } from './file-list'
import { apply, defineProperty, getOwnPropertyDescriptor, listen, own } from './natives'

type Callable = (...args: unknown[]) => unknown
/** What runs in a function's place; `native()` calls the function as the page did, `native(null)` on nothing. */
export type Instead<T> = (self: T, args: readonly unknown[], native: (on?: unknown) => unknown) => unknown

/** The functions that our wrappers stand for, so that `toString` can speak for them. */
const originals = own(new WeakMap<object, Callable>())

/** Its end takes every wrapper and listener away again. */
export const watching = new AbortController()

/**
 * Puts `instead` in the place of a method, or of an attribute's getter, until `watching` ends. From outside nothing
 * changes: a Proxy has the name, the length, the missing prototype and the errors of the native function.
 */
export function wrap<T>({ prototype: owner }: { prototype: object }, instead: Instead<T>, ...names: string[]): void {
  every(names, (name) => {
    const descriptor = getOwnPropertyDescriptor(owner, name) as PropertyDescriptor
    const part = descriptor?.get ? 'get' : 'value'
    const native = descriptor?.[part] as Callable | undefined
    if (!native) return
    const wrapper = new Proxy(native, {
      __proto__: null,
      apply: (target: Callable, self: T, args: unknown[]) =>
        instead(self, args, (on = self) => apply(target, on, args)),
    } as ProxyHandler<Callable>)
    originals.set(wrapper, native)
    defineProperty(owner, name, { ...descriptor, [part]: wrapper })
    listen(watching.signal, 'abort', () => defineProperty(owner, name, descriptor))
  })
}

/** `toString` of a wrapper, and of itself, answers with the native function's text. */
export function wrapToString(): void {
  const native = Function.prototype.toString
  const speak: Instead<object> = (self, args) => apply(native, (self && originals.get(self)) ?? self, args)
  wrap(Function, speak, 'toString')
}
