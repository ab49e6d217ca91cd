import { every } from './file-list'
import { apply, construct, defineProperty, descriptorOf, own } from './natives'

type Callable = (...args: unknown[]) => unknown
/** What runs in a function's place; `native()` calls the function as the page did, `native(null)` on nothing. */
export type Instead<T> = (self: T, args: readonly unknown[], native: (on?: unknown) => unknown) => unknown

/** A window of this origin, with its classes. Those of another window than ours are wrapped by the same code and state. */
export type View = Window & typeof globalThis

/** The functions that our wrappers stand for, so that `toString` can speak for them. */
const originals = own(new WeakMap<object, object>())

/**
 * Puts `instead` in the place of a method, or of an attribute's getter. From outside nothing changes: a Proxy has the name, the
 * length, the missing prototype and the errors of the native function. What the browser does not have is left out.
 */
export function wrap<T>(owner: { prototype: object } | undefined, instead: Instead<T>, ...names: string[]): void {
  every(names, (name) => wrapPart(owner, instead, name))
}

/** The same for an attribute's setter. */
export function wrapSetter<T>(owner: { prototype: object }, instead: Instead<T>, name: string): void {
  wrapPart(owner, instead, name, 'set')
}

function wrapPart<T>(owner: { prototype: object } | undefined, instead: Instead<T>, name: string, asked?: 'set'): void {
  if (!owner) return
  const descriptor = descriptorOf(owner.prototype, name)
  const part = asked ?? (descriptor.get ? 'get' : 'value')
  const native = descriptor[part] as Callable | undefined
  if (!native) return
  const wrapper = new Proxy(native, {
    __proto__: null,
    apply: (target: Callable, self: T, args: unknown[]) => instead(self, args, (on = self) => apply(target, on, args)),
  } as ProxyHandler<Callable>)
  originals.set(wrapper, native)
  descriptor[part] = wrapper
  defineProperty(owner.prototype, name, descriptor)
}

/** Has `made` look at each object that the class of this name makes for the page, and at what it is made of. */
export function wrapClass(
  view: View,
  name: 'FormData',
  made: (args: readonly unknown[], make: () => object) => object,
) {
  const native = view[name]
  const wrapper = new Proxy(native, {
    __proto__: null,
    construct: (target: typeof native, args: unknown[], newTarget: typeof native) =>
      made(args, () => construct(target, args, newTarget)),
  } as ProxyHandler<typeof native>)
  originals.set(wrapper, native)
  const put = (owner: object, key: string) => {
    const descriptor = descriptorOf(owner, key)
    descriptor.value = wrapper
    defineProperty(owner, key, descriptor)
  }
  put(view, name)
  put(native.prototype, 'constructor')
}

const nativeToString = Function.prototype.toString

/** `toString` of a wrapper, and of itself, answers with the native function's text. */
export function wrapToString(view: View): void {
  wrap<object>(view.Function, (self, _, native) => native((self && originals.get(self)) ?? self), 'toString')
}

/** The browser's text of a function; of a wrapper, of ours or of another realm's, it holds no name. */
export const textOf = (value: unknown): string => apply(nativeToString, value, []) as string
