import { append, apply, defineProperty, getOwnPropertyDescriptor, own } from './natives'

type Callable = (...args: unknown[]) => unknown
/** What runs in a function's place; `native()` calls the function as the page did, `native(null)` on nothing. */
export type Instead<T> = (self: T, args: readonly unknown[], native: (on?: unknown) => unknown) => unknown

/** The functions that our wrappers stand for, so that `toString` can speak for them. */
const originals = own(new WeakMap<object, Callable>())

/** Take every wrapper away again. */
export const undo: (() => void)[] = []

/**
 * Puts `instead` in the place of a method, or of an attribute's getter, until it is undone. From outside nothing
 * changes: a Proxy has the name, the length, the missing prototype and the errors of the native function.
 */
export function wrap<T>({ prototype: owner }: { prototype: object }, name: string, instead: Instead<T>): void {
  const descriptor = getOwnPropertyDescriptor(owner, name)
  const part = descriptor?.get ? 'get' : 'value'
  const native = descriptor?.[part] as Callable | undefined
  if (!descriptor || !native) return
  const wrapper = new Proxy(native, {
    __proto__: null,
    apply: (target: Callable, self: T, args: unknown[]) => instead(self, args, (on = self) => apply(target, on, args)),
  } as ProxyHandler<Callable>)
  originals.set(wrapper, native)
  defineProperty(owner, name, { ...descriptor, [part]: wrapper })
  append(undo, () => defineProperty(owner, name, descriptor))
}

/** `toString` of a wrapper, and of itself, answers with the native function's text. */
export function wrapToString(): void {
  const native = Function.prototype.toString
  const speak: Instead<object> = (self, args) => apply(native, (self && originals.get(self)) ?? self, args)
  wrap(Function, 'toString', speak)
}
