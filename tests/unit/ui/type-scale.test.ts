import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

/** The root gives the scale its size: once for screens, once for paper. */
const ROOTS = ['src/ui/base.css', 'src/handout/handout-page.css']

const SHEETS = ['src', 'web', 'entrypoints'].flatMap((root) =>
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.css'))
    .map((name) => `${root}/${name}`),
)

/** Every size of letters that is not one of the scale, with its file; that of the root is left out where it belongs. */
function outsideOfScale(path: string, css: string): string[] {
  const rules = css.replace(/\/\*[\s\S]*?\*\//g, '').matchAll(/([^{}]*)\{([^{}]*)\}/g)
  return Array.from(rules).flatMap(([, selector = '', body = '']) => {
    if (ROOTS.includes(path) && ['html', ':root'].includes(selector.trim())) return []
    return Array.from(body.matchAll(/(?:^|[;\s])font(?:-size)?:\s*([^;]+)/g), ([, value = '']) => value.trim())
      .filter((value) => value !== 'inherit' && !/^var\(--type-[a-z]+\)$/.test(value))
      .map((value) => `${path}: ${selector.trim()} ${value}`)
  })
}

it('is one for all pages, the sheet and the map', () => {
  expect(SHEETS.length).toBeGreaterThan(25)
  expect(SHEETS.flatMap((path) => outsideOfScale(path, readFileSync(path, 'utf8')))).toEqual([])
})

it('has only sizes that are used, and each is defined', () => {
  const all = SHEETS.map((path) => readFileSync(path, 'utf8')).join('\n')
  const defined = new Set(Array.from(all.matchAll(/(--type-[a-z]+):/g), ([, name]) => name))
  const used = new Set(Array.from(all.matchAll(/var\((--type-[a-z]+)\)/g), ([, name]) => name))
  expect([...defined].toSorted()).toEqual([...used].toSorted())
})

it('misses no size that stands elsewhere', () => {
  expect(outsideOfScale('a.css', 'p { color: red; font-size: 13px } @media print { html { font-size: 9pt } }')).toEqual(
    ['a.css: p 13px', 'a.css: html 9pt'],
  )
  expect(outsideOfScale('a.css', 'b { font: 12px serif }')).toEqual(['a.css: b 12px serif'])
  expect(outsideOfScale('src/ui/base.css', 'html { font-size: 100% } b { font-size: var(--type-small) }')).toEqual([])
})
