import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

interface Entry {
  readonly link?: boolean
  readonly inBundle?: boolean
  readonly integrity?: string
  readonly resolved?: string
}

/** What is in no `node_modules` of its own is a folder of a package that is pinned, or the project itself. */
const PACKAGE = /(^|\/)node_modules\/(@[^/]+\/)?[^/]+$/

test.each([
  'package-lock.json',
  'tests/libraries/package-lock.json',
  'tests/applications/package-lock.json',
  'bench/package-lock.json',
])('%s pins every package by the hash of its content and names no host', (file) => {
  const { packages } = JSON.parse(readFileSync(file, 'utf8')) as { packages: Record<string, Entry> }
  const installed = Object.entries(packages).filter(
    ([path, { link, inBundle }]) => PACKAGE.test(path) && !link && !inBundle,
  )
  expect(installed.length).toBeGreaterThan(0)
  const loose = installed.filter(([, { integrity, resolved }]) => !integrity?.startsWith('sha512-') || resolved)
  expect(loose.map(([path]) => path)).toEqual([])
})

test('package.json names exact versions only', () => {
  const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'))
  const ranges = Object.entries({ ...dependencies, ...devDependencies }).filter(
    ([name, version]) => name !== '@types/node' && !/^\d+\.\d+\.\d+$/.test(String(version)),
  )
  expect(ranges).toEqual([])
})
