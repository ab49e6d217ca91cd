const { isArray } = Array
const { defineProperty, getOwnPropertyDescriptor, ownKeys } = Reflect

/** What came from another world, its own properties only. */
export type FromOutside = { readonly [name: string]: unknown }

/**
 * Copies the own properties of a message into a record without a prototype; null for what is no object. What a page puts on
 * `Object.prototype` is then no part of any message.
 */
export function recordOf(value: unknown): FromOutside | null {
  if (typeof value !== 'object' || value === null) return null
  const record = { __proto__: null } as unknown as Record<PropertyKey, unknown>
  const names = ownKeys(value)
  for (let at = 0; at < names.length; at++) {
    const name = names[at] as PropertyKey
    record[name] = ownValue(value, name)
  }
  return record as FromOutside
}

/**
 * Returns what `take` makes of each own entry of an array, undefined of a hole. Null for what is no array, and where `take`
 * made null of an entry.
 */
export function listOf<T>(value: unknown, take: (entry: unknown, at: number) => T | null): readonly T[] | null {
  if (!isArray(value)) return null
  const list: T[] = []
  for (let at = 0; at < value.length; at++) {
    const taken = take(ownValue(value, at), at)
    if (taken === null) return null
    // No assignment: a page can put a setter on `Array.prototype`.
    defineProperty(list, at, entry(taken))
  }
  return list
}

/** The value of an own data property: structured clones have no others. */
function ownValue(object: object, name: PropertyKey): unknown {
  const { value } = { __proto__: null, ...getOwnPropertyDescriptor(object, name) } as PropertyDescriptor
  return value
}

const entry = (value: unknown) =>
  ({ __proto__: null, value, writable: true, enumerable: true, configurable: true }) as PropertyDescriptor

/** Says whether the value is an object, for what comes from the browser itself. */
export function isRecord(value: unknown): value is Record<string | number, unknown> {
  return typeof value === 'object' && value !== null
}
