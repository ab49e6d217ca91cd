/**
 * The browser's own functions, taken before any script of the page could replace them. Page-world code calls these and
 * no method: a page that replaces `FileList.prototype.length` or `MessageEvent.prototype.data` could otherwise read
 * a held photo or answer in the parent's place. For the same reason lists are walked by index and grow by `append`.
 */
const { apply, construct, defineProperty, getOwnPropertyDescriptor, getPrototypeOf, ownKeys } = Reflect

export { apply, construct, defineProperty, getPrototypeOf }

type ClassOf<T> = { readonly prototype: T }
/** Its first argument is the object. An attribute is set when there is a value; asked of anything else it throws TypeError. */
type Native<T, K extends keyof T> =
  Extract<T[K], (...args: never[]) => unknown> extends infer Method extends (...args: never[]) => unknown
    ? [Method] extends [never]
      ? (self: unknown, value?: T[K]) => T[K]
      : (self: T, ...args: Parameters<Method>) => ReturnType<Method>
    : never

/** Methods and attributes of a class, by name, as functions. */
export function natives<T extends object, const N extends readonly (keyof T)[]>(
  { prototype }: ClassOf<T>,
  ...names: N
): { readonly [I in keyof N]: Native<T, N[I]> }
export function natives({ prototype }: ClassOf<object>, ...names: PropertyKey[]) {
  return names.map((name) => {
    const { get, set, value } = descriptorOf(prototype, name)
    return (self: unknown, ...args: unknown[]) => apply((value ?? (args.length ? set : get)) as () => void, self, args)
  })
}

/** A property's own descriptor, to be read and spread: it inherits nothing that a page put on `Object.prototype`. */
export function descriptorOf(owner: object, name: PropertyKey): PropertyDescriptor {
  return { __proto__: null, ...getOwnPropertyDescriptor(owner, name) } as PropertyDescriptor
}

/** Makes the object's methods its own, out of the page's reach. */
export function own<T extends object>(object: T): T {
  const prototype = getPrototypeOf(object) as T
  for (const name of ownKeys(prototype)) {
    const { value } = descriptorOf(prototype, name)
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

export const [listen, unlisten, dispatch] = natives(
  EventTarget,
  'addEventListener',
  'removeEventListener',
  'dispatchEvent',
)
export const [stop, prevent, typeOf, prevented] = natives(
  Event,
  'stopImmediatePropagation',
  'preventDefault',
  'type',
  'defaultPrevented',
)
const [pathOf] = natives(Event, 'composedPath')
/** Where the event happened, inside open shadow roots too; to be asked while the event is on its way. */
export const targetOf = (event: Event): EventTarget | undefined => pathOf(event)[0]

export const [submitterOf] = natives(SubmitEvent, 'submitter')

export const NativeEvent = Event
export const NativeDataTransfer = DataTransfer
export const NativeFile = File
export const later = setTimeout
export const NativePromise = Promise
