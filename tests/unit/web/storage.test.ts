import { afterEach, beforeEach, expect, it, vi } from 'vitest'

/** What a browser lets the page keep: all of it, nothing more (the phone is full), or nothing at all (a private window). */
let mode: 'kept' | 'full' | 'forbidden'
let kept: Map<string, string>

beforeEach(() => {
  vi.resetModules()
  mode = 'kept'
  kept = new Map()
  const refuse = (when: boolean, name: string) => {
    if (when) throw new DOMException('no', name)
  }
  vi.stubGlobal('localStorage', {
    getItem(key: string) {
      refuse(mode === 'forbidden', 'SecurityError')
      return kept.get(key) ?? null
    },
    setItem(key: string, value: string) {
      refuse(mode !== 'kept', 'QuotaExceededError')
      kept.set(key, value)
    },
    removeItem(key: string) {
      refuse(mode === 'forbidden', 'SecurityError')
      kept.delete(key)
    },
  })
  vi.stubGlobal('addEventListener', () => undefined)
  vi.stubGlobal('removeEventListener', () => undefined)
})
afterEach(() => vi.unstubAllGlobals())

const item = async () => (await import('../../../web/ports/storage')).storage.defineItem<string>('local:language')

it('keeps what was set under the same key as the extension', async () => {
  await (await item()).setValue('fr')
  expect([...kept]).toEqual([['pausephoto:local:language', '"fr"']])
  vi.resetModules()
  expect(await (await item()).getValue()).toBe('fr')
})

it.each(['full', 'forbidden'] as const)('remembers it as long as the page where storage is %s', async (how) => {
  const language = await item()
  await language.setValue('fr')
  mode = how
  const heard: (string | null)[] = []
  language.watch((value) => heard.push(value))
  await language.setValue('nl')
  expect(await language.getValue()).toBe('nl')
  await language.removeValue()
  expect(await language.getValue()).toBeNull()
  expect(heard).toEqual(['nl', null])
})

it('takes what is no JSON for nothing', async () => {
  kept.set('pausephoto:local:language', '{')
  expect(await (await item()).getValue()).toBeNull()
})
