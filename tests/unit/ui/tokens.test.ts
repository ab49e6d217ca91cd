import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const css = readFileSync(new URL('../../../src/ui/tokens.css', import.meta.url), 'utf8')
const [light = '', dark = ''] = css.split('@media (prefers-color-scheme: dark)')

/** The hexadecimal colours of one part of tokens.css, by name. */
function coloursIn(part: string): Record<string, string> {
  return Object.fromEntries(
    Array.from(part.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g), ([, name = '', colour = '']) => [name, colour]),
  )
}

/** WCAG 2.2, relative luminance. */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(one: string, other: string): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (high + 0.05) / (low + 0.05)
}

const GROUNDS = ['ground', 'surface', 'sunken', 'plain-ground', 'notable-ground']
const TEXT = [
  ...GROUNDS.flatMap((ground) => ['text', 'quiet', 'link'].map((text) => [text, ground] as const)),
  ['on-accent', 'accent'],
  ['on-accent', 'accent-strong'],
  ['notable', 'notable-ground'],
] as const
const EDGES = GROUNDS.flatMap((ground) => ['edge', 'accent', 'focus'].map((edge) => [edge, ground] as const))

describe.each([
  ['light', coloursIn(light)],
  ['dark', coloursIn(dark.split('@media')[0] ?? '')],
])('in the %s', (_, colours) => {
  const between = (one: string, other: string) => contrast(colours[one] ?? '', colours[other] ?? '')

  it.each(TEXT)('%s can be read on %s', (text, ground) => {
    expect(between(text, ground)).toBeGreaterThanOrEqual(4.5)
  })

  it.each(EDGES)('%s can be seen on %s', (edge, ground) => {
    expect(between(edge, ground)).toBeGreaterThanOrEqual(3)
  })
})

it('knows black and white', () => {
  expect(contrast('#000000', '#ffffff')).toBe(21)
})
