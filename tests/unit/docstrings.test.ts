import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

/** The folders whose exported functions are contracts for somebody else: each says in a docstring what it gives. */
const FOLDERS = ['formats', 'findings', 'clean', 'review', 'workers', 'bridge', 'guard', 'page-world'] as const

const EXPORTED = /^export (?:async )?(?:function\*? (\w+)|const (\w+) = (?:async )?(?:\([^)]*\)|\w+)(?:: [^=]+)? =>)/

/** Returns the exported functions of a file without a docstring right above them, as 'path: name'. */
function undocumented(path: string): string[] {
  const lines = readFileSync(path, 'utf8').split('\n')
  return lines.flatMap((line, at) => {
    const [, declared, assigned] = EXPORTED.exec(line) ?? []
    const name = declared ?? assigned
    // The signatures of one overloaded function share its docstring.
    const above = lines
      .slice(0, at)
      .findLast(
        (text) =>
          !/^\s*\/\/ biome-ignore/.test(text) &&
          !text.startsWith(`export function ${name}<`) &&
          !/^ {2}|^\)/.test(text),
      )
    return name && !above?.trimEnd().endsWith('*/') ? [`${path}: ${name}`] : []
  })
}

test.each(FOLDERS)('every exported function of src/%s has a docstring', (folder) => {
  const root = join('src', folder)
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))
  expect(files.length).toBeGreaterThan(3)
  expect(files.flatMap((name) => undocumented(join(root, name)))).toEqual([])
})
