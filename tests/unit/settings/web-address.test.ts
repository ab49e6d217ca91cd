import { expect, test } from 'vitest'
import { parseWebAddress } from '../../../src/settings/parse'

test.each([
  ['https://school.example/pausephoto/', 'https://school.example/pausephoto/'],
  ['https://école.example', 'https://xn--cole-9oa.example/'],
])('%s is kept as browsers write it', (typed, kept) => {
  expect(parseWebAddress(typed)).toBe(kept)
})

test.each([
  'http://school.example/',
  'javascript:alert(1)',
  'https://me:secret@school.example/',
  'school.example',
  '',
  `https://school.example/${'a'.repeat(300)}`,
  7,
])('%s is no address to print', (value) => {
  expect(parseWebAddress(value)).toBeNull()
})
