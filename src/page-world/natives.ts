/**
 * The browser's own functions, taken before any script of the page could replace them. Page-world code calls these and
 * no method: a page that replaces `FileList.prototype.length` or `MessageEvent.prototype.data` could otherwise read
 * a held photo or answer in the parent's place. For the same reason lists are walked by index and grow by `append`.
 */
const { apply, defineProperty, getOwnPropertyDescriptor, getPrototypeOf, ownKeys } = Reflect

export { apply, defineProperty, getOwnPropertyDescriptor }

type Method<T, K extends keyof T> = Extract<T[K], (...args: never[]) => unknown>

/** The method as a function whose first argument is the object. */
export function method<T extends object, K extends keyof T>(
  proto: T,
  name: K,
): (self: T, ...args: Parameters<Method<T, K>>) => ReturnType<Method<T, K>> {
  const native = proto[name] as Method<T, K>
  return (self, ...args) => apply(native, self, args)
}

/** The attribute as a function of its object; throws TypeError for anything but such an object. */
export function getter<T extends object, K extends keyof T>(proto: T, name: K): (self: unknown) => T[K] {
  const native = getOwnPropertyDescriptor(proto, name)?.get as () => T[K]
  return (self) => apply(native, self, [])
}

export function setter<T extends object, K extends keyof T>(proto: T, name: K): (self: T, value: T[K]) => void {
  const native = getOwnPropertyDescriptor(proto, name)?.set as (value: T[K]) => void
  return (self, value) => void apply(native, self, [value])
}

/** Makes the object's methods its own, out of the page's reach. */
export function own<T extends object>(object: T): T {
  for (const name of ownKeys(getPrototypeOf(object) as T) as (keyof T)[]) {
    const { value } = getOwnPropertyDescriptor(getPrototypeOf(object) as T, name) ?? {}
    if (typeof value === 'function') defineProperty(object, name, plain(value))
  }
  return object
}

/** A descriptor that inherits nothing from `Object.prototype`. */
export function plain(value: unknown): PropertyDescriptor {
  return { __proto__: null, value, writable: true, enumerable: true, configurable: true } as PropertyDescriptor
}

/** `push`, unaffected by setters a page put on `Array.prototype`. */
export function append<T>(list: T[], item: T): void {
  defineProperty(list, list.length, plain(item))
}

export const listen = method(EventTarget.prototype, 'addEventListener')
export const dispatch = method(EventTarget.prototype, 'dispatchEvent')
export const stop = method(Event.prototype, 'stopImmediatePropagation')
export const prevent = method(Event.prototype, 'preventDefault')
const pathOf = method(Event.prototype, 'composedPath')
/** Where the event happened, inside open shadow roots too; to be asked while the event is on its way. */
export const targetOf = (event: Event): EventTarget | undefined => pathOf(event)[0]
export const typeOf = getter(Event.prototype, 'type')

export const NativeEvent = Event
export const NativeDataTransfer = DataTransfer
export const later = setTimeout
