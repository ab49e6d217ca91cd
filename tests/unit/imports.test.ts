import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, test } from 'vitest'

/**
 * Which folder of `src/` may import from which. A folder that stands in no row, and an import that no row allows, fail:
 * so that imports run one way, `review → clean → findings → formats` and everything that crosses worlds → `bridge`.
 */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  accounts: ['bridge', 'settings', 'sites', 'words'],
  background: ['accounts', 'bridge', 'file-answers', 'settings', 'site-access', 'sites', 'tickets'],
  bridge: [],
  checker: ['bridge', 'page-picture', 'pictures', 'review', 'ui', 'words'],
  clean: ['findings', 'formats'],
  'file-answers': ['bridge', 'settings'],
  findings: ['formats'],
  formats: [],
  guard: ['bridge'],
  handout: ['help', 'settings', 'ui', 'words'],
  help: ['settings', 'ui', 'words'],
  options: ['accounts', 'file-answers', 'settings', 'site-access', 'sites', 'ui'],
  'page-picture': ['bridge', 'settings', 'ui'],
  'page-world': ['bridge'],
  pause: [
    'accounts',
    'bridge',
    'file-answers',
    'findings',
    'help',
    'pictures',
    'places',
    'review',
    'settings',
    'sites',
    'ui',
    'words',
  ],
  pictures: ['clean', 'formats', 'review', 'ui', 'workers'],
  places: ['workers'],
  popup: ['accounts', 'findings', 'settings', 'site-access', 'sites', 'ui'],
  review: ['bridge', 'clean', 'findings', 'formats', 'workers'],
  settings: ['bridge', 'sites'],
  'site-access': ['settings', 'sites', 'ui'],
  sites: ['bridge', 'words'],
  tickets: ['bridge', 'settings'],
  ui: ['findings', 'places', 'words'],
  welcome: ['bridge', 'pictures', 'review', 'site-access', 'sites', 'ui', 'words'],
  words: ['findings', 'places', 'review'],
  workers: [],
}

/** Only these files may import the package; what they give everybody else is typed by us. */
const ONLY_IN: Readonly<Record<string, RegExp>> = {
  exifr: /^src\/findings\/readers\/exif\/read-tags\.ts$/,
  // The engine, the words and the places run in Node and in a plain page as well; what is injected cannot pay for the polyfill.
  wxt: /^src\/(?!formats|findings|clean|review|workers|words|places|page-world|guard|bridge|ui)/,
}

const IMPORT = /(?:\bfrom|\bimport|\bimport\()\s*'([^']+)'/g

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((name) => join('src', name).replaceAll('\\', '/'))
  .filter((path) => /\.tsx?$/.test(path) && statSync(path).isFile())

const imports = new Map(files.map((file) => [file, specifiersIn(file)]))

function specifiersIn(file: string): string[] {
  return [...readFileSync(file, 'utf8').matchAll(IMPORT)].map(([, specifier = '']) => specifier)
}

/** Returns the file of `src/` that a relative specifier means, or null for a package, a style sheet or data. */
function fileOf(importer: string, specifier: string): string | null {
  if (!specifier.startsWith('.')) return null
  const path = normalize(join(dirname(importer), specifier.replace(/\?.*/, ''))).replaceAll('\\', '/')
  const found = ['', '.ts', '.tsx', '.d.ts', '/index.ts'].map((ending) => path + ending)
  return found.find((candidate) => imports.has(candidate)) ?? null
}

const folderOf = (file: string) => file.split('/')[1] ?? ''
const isFolder = (name: string) => statSync(join('src', name)).isDirectory()

describe('imports', () => {
  test('every folder of src stands in the table', () => {
    expect(Object.keys(ALLOWED).sort()).toEqual(readdirSync('src').filter(isFolder).sort())
  })

  test('run only the ways that the table allows', () => {
    const wrong: string[] = []
    for (const [file, specifiers] of imports) {
      for (const specifier of specifiers) {
        const imported = fileOf(file, specifier)
        if (!imported || folderOf(imported) === folderOf(file)) continue
        if (!ALLOWED[folderOf(file)]?.includes(folderOf(imported))) wrong.push(`${file} imports ${imported}`)
      }
    }
    expect(wrong).toEqual([])
  })

  test('allow no folder that nobody in the folder needs', () => {
    const needed = new Map<string, Set<string>>()
    for (const [file, specifiers] of imports) {
      const folders = specifiers.flatMap((specifier) => fileOf(file, specifier) ?? []).map(folderOf)
      needed.set(folderOf(file), new Set([...(needed.get(folderOf(file)) ?? []), ...folders]))
    }
    const idle = Object.entries(ALLOWED).flatMap(([folder, allowed]) =>
      allowed.filter((name) => !needed.get(folder)?.has(name)).map((name) => `${folder} → ${name}`),
    )
    expect(idle).toEqual([])
  })

  test('the table has no circle of folders', () => {
    expect(circlesIn(new Map(Object.entries(ALLOWED)))).toEqual([])
  })

  test('files import each other in no circle, not even types', () => {
    const graph = [...imports].map(
      ([file, specifiers]) => [file, specifiers.flatMap((specifier) => fileOf(file, specifier) ?? [])] as const,
    )
    expect(circlesIn(new Map(graph))).toEqual([])
  })

  test.each(Object.entries(ONLY_IN))('%s is imported only where it belongs', (name, allowed) => {
    const users = [...imports].filter(([, specifiers]) => specifiers.some((one) => one.split('/')[0] === name))
    expect(users.length).toBeGreaterThan(0)
    expect(users.map(([file]) => file).filter((file) => !allowed.test(file))).toEqual([])
  })

  test('a circle would be found', () => {
    const graph = new Map([
      ['a', ['b']],
      ['b', ['c']],
      ['c', ['b']],
    ])
    expect(circlesIn(graph)).toEqual(['b → c → b'])
  })
})

/** Returns each circle once, as 'a → b → a'; a node that is entered twice on one way down closes one. */
function circlesIn(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const circles: string[] = []
  const done = new Set<string>()
  const visit = (node: string, way: readonly string[]): void => {
    const start = way.indexOf(node)
    if (start >= 0) circles.push([...way.slice(start), node].join(' → '))
    if (start >= 0 || done.has(node)) return
    for (const next of graph.get(node) ?? []) visit(next, [...way, node])
    done.add(node)
  }
  for (const node of graph.keys()) visit(node, [])
  return circles
}
