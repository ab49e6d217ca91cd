/**
 * The browser's own functions, taken before any script of the page could replace them. Page-world code calls these and
 * no method: a page that replaces `FileList.prototype.length` or `MessageEvent.prototype.data` could otherwise read
 * a held photo or answer in the parent's place. For the same reason lists are walked by index and grow by `append`.
 */
const { apply, defineProperty, getOwnPropertyDescriptor, getPrototypeOf, ownKeys } = Reflect

export { apply, defineProperty, getOwnPropertyDescriptor }

type Method<T, K extends keyof T> = Extract<T[K], (...args: never[]) => unknown>
type ClassOf<T> = { readonly prototype: T }

/** A method, the getter of an attribute, or its setter when there is a value, as a function whose first argument is the object. */
function native({ prototype }: ClassOf<object>, name: PropertyKey): (self: unknown, ...args: unknown[]) => unknown {
  const { get, set, value } = getOwnPropertyDescriptor(prototype, name) as {
    get: () => unknown
    set: () => unknown
    value?: () => unknown
  }
  return (self, ...args) => apply(value ?? (args.length ? set : get), self, args)
}

/** The method as a function whose first argument is the object. */
export const method = native as <T extends object, K extends keyof T>(
  owner: ClassOf<T>,
  name: K,
) => (self: T, ...args: Parameters<Method<T, K>>) => ReturnType<Method<T, K>>

/** The attribute as a function of its object; throws TypeError for anything but such an object. */
export const getter = native as <T extends object, K extends keyof T>(
  owner: ClassOf<T>,
  name: K,
) => (self: unknown) => T[K]

/** The attribute as a function that reads it, or sets it to a value. */
export const attribute = native as <T extends object, K extends keyof T>(
  owner: ClassOf<T>,
  name: K,
) => (self: unknown, value?: T[K]) => T[K]

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
