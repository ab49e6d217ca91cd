import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

const OUTPUT = fileURLToPath(new URL('../../.output', import.meta.url))

/** The packages that go to the stores; Edge takes Chrome's. */
export const BUILDS = ['chrome-mv3', 'firefox-mv3'] as const
export type Build = (typeof BUILDS)[number]

/** The folder of a built extension. */
export function folderOf(build: Build): string {
  return join(OUTPUT, build)
}

/** Every file of a build, by its path inside the package with forward slashes. */
export function filesOf(build: Build): string[] {
  return readdirSync(folderOf(build), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folderOf(build), join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort()
}

export function bytesOf(build: Build, file: string): Buffer {
  return readFileSync(join(folderOf(build), file))
}

export function textOf(build: Build, file: string): string {
  return bytesOf(build, file).toString('utf8')
}

/** Bytes after gzip, which is how a store's package and a browser's disk cache hold them. */
export function gzippedSize(build: Build, file: string): number {
  return gzipSync(bytesOf(build, file), { level: 9 }).length
}

export function manifestOf(build: Build): Record<string, unknown> {
  return JSON.parse(textOf(build, 'manifest.json'))
}

/** Scripts and styles that a page loads before it does anything: what its HTML names, and what those import statically. */
export function initialFiles(build: Build, page: string): string[] {
  const html = textOf(build, page)
  const named = [...html.matchAll(/(?:src|href)="\/?([^"]+\.(?:js|css))"/g)].map(([, path = '']) => path)
  const found = new Set<string>()
  const add = (file: string) => {
    if (found.has(file)) return
    found.add(file)
    if (!file.endsWith('.js')) return
    const folder = file.includes('/') ? file.slice(0, file.lastIndexOf('/') + 1) : ''
    for (const [, from = ''] of textOf(build, file).matchAll(/(?:\bfrom|\bimport)\s*"(\.{1,2}\/[^"]+)"/g)) {
      add(join(folder, from).split(sep).join('/'))
    }
  }
  for (const file of named) add(file)
  return [...found]
}
