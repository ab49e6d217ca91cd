/**
 * The browser's own functions, taken before any script of the page could replace them. Page-world code calls these and
 * no method: a page that replaces `FileList.prototype.length` or `MessageEvent.prototype.data` could otherwise read
 * a held photo or answer in the parent's place. For the same reason lists are walked by index and grow by `append`.
 */
const { apply, defineProperty, getOwnPropertyDescriptor, getPrototypeOf, ownKeys } = Reflect

export { apply, defineProperty, getOwnPropertyDescriptor }

type Method<T, K extends keyof T> = Extract<T[K], (...args: never[]) => unknown>
type ClassOf<T> = { readonly prototype: T }

/** The method as a function whose first argument is the object. */
export function method<T extends object, K extends keyof T>(
  { prototype }: ClassOf<T>,
  name: K,
): (self: T, ...args: Parameters<Method<T, K>>) => ReturnType<Method<T, K>> {
  const native = prototype[name] as Method<T, K>
  return (self, ...args) => apply(native, self, args)
}

const accessorsOf = getOwnPropertyDescriptor as (
  owner: object,
  name: PropertyKey,
) => {
  get: () => unknown
  set: (value: unknown) => void
}

/** The attribute as a function of its object; throws TypeError for anything but such an object. */
export function getter<T extends object, K extends keyof T>({ prototype }: ClassOf<T>, name: K) {
  const { get } = accessorsOf(prototype, name)
  return (self: unknown) => apply(get, self, []) as T[K]
}

export function setter<T extends object, K extends keyof T>({ prototype }: ClassOf<T>, name: K) {
  const { set } = accessorsOf(prototype, name)
  return (self: T, value: T[K]) => void apply(set, self, [value])
}

/** Makes the object's methods its own, out of the page's reach. */
export function own<T extends object>(object: T): T {
  const prototype = getPrototypeOf(object) as T
  for (const name of ownKeys(prototype)) {
    const { value } = getOwnPropertyDescriptor(prototype, name) as PropertyDescriptor
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

export const listen = method(EventTarget, 'addEventListener')
export const dispatch = method(EventTarget, 'dispatchEvent')
export const stop = method(Event, 'stopImmediatePropagation')
export const prevent = method(Event, 'preventDefault')
const pathOf = method(Event, 'composedPath')
/** Where the event happened, inside open shadow roots too; to be asked while the event is on its way. */
export const targetOf = (event: Event): EventTarget | undefined => pathOf(event)[0]
export const typeOf = getter(Event, 'type')

export const submitterOf = getter(SubmitEvent, 'submitter')

export const NativeEvent = Event
export const NativeDataTransfer = DataTransfer
export const later = setTimeout
export const NativePromise = Promise
