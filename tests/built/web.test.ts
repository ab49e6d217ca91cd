import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from '../../scripts/run'

const ASSETS = join(ROOT, '.output/web/assets')
const scripts = readdirSync(ASSETS).filter((name) => name.endsWith('.js'))

/** Names of the files that a script imports, at once or later. */
const importsOf = (name: string) =>
  [...readFileSync(join(ASSETS, name), 'utf8').matchAll(/\b(?:from|import|import\()\s*["'`]\.\/([^"'`]+)["'`]/g)].map(
    ([, imported = '']) => imported,
  )

test('no script imports the one that a Worker begins with, which WebKit would evaluate a second time', () => {
  const begun = scripts.filter((name) => name.includes('.worker-'))
  expect(begun.length).toBeGreaterThanOrEqual(3)
  expect(scripts.flatMap(importsOf).filter((name) => begun.includes(name))).toEqual([])
})
