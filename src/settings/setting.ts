import { storage } from 'wxt/utils/storage'

/** One value kept in the browser's extension storage on this machine. */
export interface Setting<T> {
  /** Its key in `storage.local`. */
  readonly name: string
  readonly fallback: T
  /** The value when it has the right shape, otherwise null: what was stored or imported is not trusted. */
  parse(value: unknown): T | null
  /** What is stored; the fallback when nothing is, or when what is stored has the wrong shape. */
  getValue(): Promise<T>
  setValue(value: T): Promise<void>
  removeValue(): Promise<void>
  /** Calls back with every new value, until the signal aborts if there is one. */
  watch(changed: (value: T) => void, signal?: AbortSignal): void
}

export function defineSetting<T>(name: string, fallback: T, parse: (value: unknown) => T | null): Setting<T> {
  const item = storage.defineItem<unknown>(`local:${name}`)
  const read = (value: unknown): T => (value === null || value === undefined ? fallback : (parse(value) ?? fallback))
  return {
    name,
    fallback,
    parse,
    getValue: async () => read(await item.getValue()),
    setValue: (value) => item.setValue(value),
    removeValue: () => item.removeValue(),
    watch(changed, signal) {
      const unwatch = item.watch((value) => changed(read(value)))
      signal?.addEventListener('abort', unwatch, { once: true })
    },
  }
}
