/**
 * Node 20 has no Web Locks, which browsers have; this is what the tests need of them: the holders of one name wait for one
 * another, whatever part of the extension they are in.
 */
const last = new Map<string, Promise<unknown>>()

if (!('navigator' in globalThis)) Object.defineProperty(globalThis, 'navigator', { configurable: true, value: {} })
Object.defineProperty(globalThis.navigator, 'locks', {
  configurable: true,
  value: {
    request<T>(name: string, work: () => Promise<T>): Promise<T> {
      const result = (last.get(name) ?? Promise.resolve()).then(work)
      last.set(
        name,
        result.catch(() => undefined),
      )
      return result
    },
  },
})
