/**
 * Stands in for WXT's storage where there is no extension: the page's own storage, in which the settings lie under the same
 * keys. Where the browser forbids it (a private window), values last as long as the page.
 */
const PREFIX = 'pausephoto:'
/** What could not be stored, or not be removed (null): it counts before what the storage still has. */
const inMemory = new Map<string, string | null>()
const watchers = new Map<string, Set<(value: unknown) => void>>()

interface StorageItem<T> {
  getValue(): Promise<T | null>
  setValue(value: T): Promise<void>
  removeValue(): Promise<void>
  watch(changed: (value: T | null) => void): () => void
}

/** The part of WXT's `storage` that the settings use. */
export const storage = {
  /** @param key as WXT writes it, with its area: 'local:language'. */
  defineItem<T>(key: string): StorageItem<T> {
    const name = PREFIX + key
    const tell = (value: T | null) => {
      for (const changed of watchers.get(name) ?? []) changed(value)
    }
    return {
      getValue: async () => parsed<T>(read(name)),
      async setValue(value) {
        write(name, JSON.stringify(value))
        tell(value)
      },
      async removeValue() {
        write(name, null)
        tell(null)
      },
      watch(changed) {
        const heard = changed as (value: unknown) => void
        const all = watchers.get(name) ?? new Set()
        watchers.set(name, all.add(heard))
        const listen = (event: StorageEvent) => {
          if (event.key === name) changed(parsed<T>(event.newValue))
        }
        addEventListener('storage', listen)
        return () => {
          all.delete(heard)
          removeEventListener('storage', listen)
        }
      },
    }
  },
}

function read(name: string): string | null {
  const unstored = inMemory.get(name)
  if (unstored !== undefined) return unstored
  try {
    return localStorage.getItem(name)
  } catch {
    return null
  }
}

function write(name: string, text: string | null): void {
  try {
    if (text === null) localStorage.removeItem(name)
    else localStorage.setItem(name, text)
    inMemory.delete(name)
  } catch {
    // Forbidden or full: what is in memory counts until the page is closed.
    inMemory.set(name, text)
  }
}

function parsed<T>(text: string | null): T | null {
  if (text === null) return null
  try {
    return JSON.parse(text) as T
  } catch {
    return null
  }
}
