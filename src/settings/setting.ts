import { storage } from 'wxt/utils/storage'
import { type Managed, managedValue, watchManaged } from './managed'

/** One value kept in the browser's extension storage on this machine. */
export interface Setting<T> {
  /** Its key in `storage.local`, and in a school's policy. */
  readonly name: string
  readonly fallback: T
  /** The value when it has the right shape, otherwise null: what was stored or imported is not trusted. */
  parse(value: unknown): T | null
  /** What counts: what the school set by policy, then what is stored, then the fallback. */
  getValue(): Promise<T>
  /** What is stored; the fallback when nothing is, or when what is stored has the wrong shape. */
  getOwn(): Promise<T>
  /** What the school set by policy; null when it set nothing, or nothing that can be used. */
  getManaged(): Promise<T | null>
  /** Stores a value, without what the school set anyway. */
  setValue(value: T): Promise<void>
  /**
   * Changes the value that counts. Changes wait for one another in all pages of the extension and its background, so that of
   * two at once none is lost. Not for pages inside of others (the pause page): Chromium refuses them locks.
   */
  update(change: (value: T) => T): Promise<void>
  removeValue(): Promise<void>
  /** Calls back with every new value that counts, until the signal aborts if there is one. */
  watch(changed: (value: T) => void, signal?: AbortSignal): void
}

/** `managed` says how a school's policy takes part; without it no policy can set this value. */
export function defineSetting<T>(
  name: string,
  fallback: T,
  parse: (value: unknown) => T | null,
  managed: Managed<T> | null = null,
): Setting<T> {
  const item = storage.defineItem<unknown>(`local:${name}`)
  const read = (value: unknown): T => (value === null || value === undefined ? fallback : (parse(value) ?? fallback))
  const getOwn = async () => read(await item.getValue())
  const getManaged = async () => managed?.parse(await managedValue(name)) ?? null
  const joined = async (stored: Promise<T>) => {
    const [set, own] = await Promise.all([getManaged(), stored])
    return managed && set !== null ? managed.join(set, own) : own
  }
  const getValue = () => joined(getOwn())
  const setValue = async (value: T) => {
    const set = await getManaged()
    await item.setValue(managed && set !== null ? managed.ownPartOf(value, set) : value)
  }
  return {
    name,
    fallback,
    parse,
    getValue,
    getOwn,
    getManaged,
    setValue,
    update: (change) => navigator.locks.request(`setting ${name}`, async () => setValue(change(await getValue()))),
    removeValue: () => item.removeValue(),
    watch(changed, signal) {
      const tell = (value: T) => {
        if (!signal?.aborted) changed(value)
      }
      const unwatch = item.watch((value) => void joined(Promise.resolve(read(value))).then(tell))
      signal?.addEventListener('abort', unwatch, { once: true })
      if (managed) watchManaged(name, () => void getValue().then(tell), signal)
    },
  }
}
