import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import {
  type HidingLists,
  listHidingFiles,
  loadHidingFiles,
  megabytesOf,
  missingOf,
  parseHidingLists,
} from '../../../web/hiding-files'

const lists: HidingLists = {
  faces: {
    part: 'faces',
    revision: 'b',
    files: [
      { path: 'pictures/a.wasm', bytes: 9_300_000 },
      { path: 'pictures/b.js', bytes: 800_000 },
    ],
  },
  text: { part: 'text', revision: 'd', files: [{ path: 'pictures/c.wasm', bytes: 18_700_000 }] },
}
const { faces, text } = lists

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

it('loads what is missing of one part, keeps it, and lets its earlier versions go', async () => {
  await caches.open('hiding-faces-a')
  await caches.open('hiding-text-c')
  await caches.open('workbox-precache')
  expect(await missingOf(lists)).toEqual([faces, text])
  const steps: number[] = []
  expect(await loadHidingFiles(faces, (bytes) => steps.push(bytes), host())).toBe(true)
  expect(steps).toEqual([9_300_000, 10_100_000])
  expect(asked).toEqual(['./pictures/a.wasm', './pictures/b.js'])
  expect(await missingOf(lists)).toEqual([text])
  expect([...stored.keys()].filter((name) => name !== 'hiding-text-d').sort()).toEqual([
    'hiding-faces-b',
    'hiding-text-c',
    'workbox-precache',
  ])
  expect(await loadHidingFiles(faces, undefined, host())).toBe(true)
  expect(asked).toEqual([])
  expect(await loadHidingFiles(text, undefined, host())).toBe(true)
  expect(await missingOf(lists)).toEqual([])
  expect([...stored.keys()].sort()).toEqual(['hiding-faces-b', 'hiding-text-d', 'workbox-precache'])
})

it('loads it all the same where nothing can be kept', async () => {
  full = true
  expect(await loadHidingFiles(faces, undefined, host())).toBe(false)
  expect(asked).toHaveLength(2)
  vi.stubGlobal('caches', { open: async () => Promise.reject(new DOMException('private', 'SecurityError')) })
  expect(await loadHidingFiles(faces, undefined, host())).toBe(false)
  expect(await missingOf(lists)).toEqual([faces, text])
})

it('fails when the host has another version by now, or is gone', async () => {
  await expect(loadHidingFiles(faces, undefined, host(404))).rejects.toThrow('404')
  await expect(listHidingFiles(host(404))).rejects.toThrow('404')
  await expect(listHidingFiles(async () => Promise.reject(new TypeError('offline')))).rejects.toThrow('offline')
})

it('takes only lists of files in their own folder', () => {
  expect(parseHidingLists(lists)).toEqual(lists)
  for (const path of ['../other.js', 'pictures/../index.html', 'https://elsewhere.example/a.js', 3, null]) {
    expect(parseHidingLists({ faces, text: { revision: 'b', files: [{ path, bytes: 1 }] } }), String(path)).toBeNull()
  }
  for (const value of [
    null,
    'b',
    {},
    { revision: 'b' },
    { revision: 1, files: [] },
    { revision: 'b', files: [null] },
  ]) {
    expect(parseHidingLists(value)).toBeNull()
    expect(parseHidingLists({ faces, text: value })).toBeNull()
  }
})

it('says megabytes that are never too few', () => {
  expect(megabytesOf(faces)).toBe(11)
  expect(megabytesOf(faces, text)).toBe(29)
})
