import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import {
  areHidingFilesKept,
  listHidingFiles,
  loadHidingFiles,
  megabytesOf,
  parseHidingFiles,
} from '../../../web/hiding-files'

const list = {
  revision: 'b',
  files: [
    { path: 'pictures/a.wasm', bytes: 9_300_000 },
    { path: 'pictures/b.js', bytes: 800_000 },
  ],
}

/** The page's caches, by name and address; `full` makes every one refuse. */
let stored: Map<string, Map<string, Response>>
let full = false

beforeEach(() => {
  stored = new Map()
  full = false
  vi.stubGlobal('caches', {
    async open(name: string) {
      const files = stored.get(name) ?? new Map<string, Response>()
      stored.set(name, files)
      return {
        match: async (path: string) => files.get(path),
        async put(path: string, answer: Response) {
          if (full) throw new DOMException('no room', 'QuotaExceededError')
          files.set(path, answer)
        },
      }
    },
    keys: async () => [...stored.keys()],
    delete: async (name: string) => stored.delete(name),
  })
})
afterEach(() => vi.unstubAllGlobals())

const asked: string[] = []
const host = (status = 200): typeof fetch => {
  asked.length = 0
  return async (address) => {
    asked.push(String(address))
    return new Response('content', { status })
  }
}

it('loads what is missing, keeps it, and lets earlier versions go', async () => {
  await caches.open('hiding-a')
  await caches.open('workbox-precache')
  expect(await areHidingFilesKept(list)).toBe(false)
  const steps: number[] = []
  expect(await loadHidingFiles(list, (bytes) => steps.push(bytes), host())).toBe(true)
  expect(steps).toEqual([9_300_000, 10_100_000])
  expect(asked).toEqual(['./pictures/a.wasm', './pictures/b.js'])
  expect(await areHidingFilesKept(list)).toBe(true)
  expect([...stored.keys()].sort()).toEqual(['hiding-b', 'workbox-precache'])
  expect(await loadHidingFiles(list, undefined, host())).toBe(true)
  expect(asked).toEqual([])
})

it('loads it all the same where nothing can be kept', async () => {
  full = true
  expect(await loadHidingFiles(list, undefined, host())).toBe(false)
  expect(asked).toHaveLength(2)
  vi.stubGlobal('caches', { open: async () => Promise.reject(new DOMException('private', 'SecurityError')) })
  expect(await loadHidingFiles(list, undefined, host())).toBe(false)
  expect(await areHidingFilesKept(list)).toBe(false)
})

it('fails when the host has another version by now, or is gone', async () => {
  await expect(loadHidingFiles(list, undefined, host(404))).rejects.toThrow('404')
  await expect(listHidingFiles(host(404))).rejects.toThrow('404')
  await expect(listHidingFiles(async () => Promise.reject(new TypeError('offline')))).rejects.toThrow('offline')
})

it('takes only a list of files in its own folder', () => {
  expect(parseHidingFiles(list)).toEqual(list)
  for (const path of ['../other.js', 'pictures/../index.html', 'https://elsewhere.example/a.js', 3, null]) {
    expect(parseHidingFiles({ revision: 'b', files: [{ path, bytes: 1 }] }), String(path)).toBeNull()
  }
  for (const value of [
    null,
    'b',
    {},
    { revision: 'b' },
    { revision: 1, files: [] },
    { revision: 'b', files: [null] },
  ]) {
    expect(parseHidingFiles(value)).toBeNull()
  }
})

it('says megabytes that are never too few', () => {
  expect(megabytesOf(list)).toBe(11)
})
