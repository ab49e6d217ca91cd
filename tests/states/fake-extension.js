/*
 * What the pages of the extension ask the browser for, in a plain page: storage that forgets, and answers that the
 * state under test gives (`globalThis.fake`); and a clock that stands still, because pages say dates. Load it before
 * anything else.
 */
;(() => {
  const fake = {
    stored: {},
    session: {},
    managed: {},
    injected: null,
    url: 'https://www.instagram.com/',
    allowed: true,
  }
  const listeners = new Set()
  const area = (values) => ({
    get: async (keys) => {
      if (keys === null || keys === undefined) return { ...values }
      const names = typeof keys === 'string' ? [keys] : Array.isArray(keys) ? keys : Object.keys(keys)
      return Object.fromEntries(names.filter((name) => name in values).map((name) => [name, values[name]]))
    },
    set: async (fresh) => void Object.assign(values, fresh),
    remove: async (keys) => {
      for (const key of [keys].flat()) delete values[key]
    },
    onChanged: {
      addListener: (listener) => listeners.add(listener),
      removeListener: (listener) => listeners.delete(listener),
    },
  })
  const browser = {
    runtime: {
      id: 'fake',
      getURL: (path) => path,
      getManifest: () => ({ optional_permissions: ['pageCapture'] }),
      sendMessage: async () => null,
    },
    storage: {
      get local() {
        return area(fake.stored)
      },
      get managed() {
        return area(fake.managed)
      },
      get session() {
        return area(fake.session)
      },
      onChanged: area({}).onChanged,
    },
    tabs: { query: async () => [{ id: 1, url: fake.url }] },
    permissions: { contains: async () => fake.allowed },
    scripting: { executeScript: async () => [{ result: fake.injected }] },
    i18n: { getUILanguage: () => 'en' },
  }
  const NOW = Date.parse('2026-11-21T12:00:00Z')
  class StoppedDate extends Date {
    constructor(...values) {
      super(...(values.length > 0 ? values : [NOW]))
    }
    static now() {
      return NOW
    }
  }
  Object.assign(globalThis, { fake, browser, Date: StoppedDate })
})()
