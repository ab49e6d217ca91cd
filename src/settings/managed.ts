import { browser } from 'wxt/browser'
import { parseNames } from './parse'

/** How a value that a school set by policy goes together with the parent's own. */
export interface Managed<T> {
  /** The policy's value when it can be used, otherwise null: what an administrator wrote is no more trusted than a file. */
  parse(value: unknown): T | null
  /** What counts when there are both. */
  join(managed: T, own: T): T
  /** What is left to store of a value that counts. */
  ownPartOf(value: T, managed: T): T
}

/** The school's value counts instead of the parent's, which is kept for the day when the policy goes. */
export function instead<T>(parse: (value: unknown) => T | null): Managed<T> {
  return { parse, join: (managed) => managed, ownPartOf: (value) => value }
}

/** The school's list counts beside the parent's. `parseOne` gives null for entries that cannot be used; those are passed over. */
export function besides(parseOne: (name: string) => string | null): Managed<string[]> {
  return {
    parse: (value) => parseNames(value)?.flatMap((name) => parseOne(name) ?? warnOf(name)) ?? null,
    join: (managed, own) => [...new Set([...managed, ...own])],
    ownPartOf: (value, managed) => value.filter((name) => !managed.includes(name)),
  }
}

function warnOf(name: string): [] {
  console.warn('PausePhoto: this value of the policy cannot be used:', name)
  return []
}

/**
 * What the policy says under a name; undefined when it says nothing, and where there is no policy at all: Firefox rejects
 * then, and some browsers have no such storage.
 */
export async function managedValue(name: string): Promise<unknown> {
  try {
    const values: Record<string, unknown> = await browser.storage.managed.get(name)
    return values[name]
  } catch {
    return undefined
  }
}

/** Calls back when the policy changes, as far as the browser says so. */
export function watchManaged(name: string, changed: () => void, signal?: AbortSignal): void {
  const listen = (changes: Record<string, unknown>, area: string) => {
    if (area === 'managed' && Object.hasOwn(changes, name)) changed()
  }
  browser.storage.onChanged.addListener(listen)
  signal?.addEventListener('abort', () => browser.storage.onChanged.removeListener(listen), { once: true })
}

/** A school that shows PausePhoto itself may not want the welcome to open. */
export async function hidesWelcome(): Promise<boolean> {
  return (await managedValue('hideWelcome')) === true
}
