import { expect, it } from 'vitest'
import { contactIn } from '../../../../src/findings/values/contact'
import { isProse } from '../../../../src/findings/values/prose'

it.each([
  ['zoe.quill@example.com', 'zoe.quill@example.com'],
  ['by Zoé <zoé@exämple.fr>, Lyon', 'zoé@exämple.fr'],
  ['+33 6 12 34 56 78', '+33 6 12 34 56 78'],
  ['tel:+33612345678', '+33612345678'],
  ['+44 (0)20 7946 0958', '+44 (0)20 7946 0958'],
  ['0033 6 12 34 56 78', '0033 6 12 34 56 78'],
  ['06 12 34 56 78', '06 12 34 56 78'],
  ['06.12.34.56.78', '06.12.34.56.78'],
])('%s has a mail address or a telephone number', (text, contact) => {
  expect(contactIn(text)).toBe(contact)
})

it.each([
  'icon@2x.png',
  'xmp.did:5848b3ae-6b4e-4975-b24d-b9e937fc0a1a',
  '06.05.2024',
  '06-05-2024 07:08',
  '2024:05:06 07:08:09+02:00',
  '+0.33',
  '-1.25 +0.50 +0.75',
  '0 0 0 0 0 0 0 0',
  '0.3127 0.3290',
  '100 200 300 400',
  '4032 3024 1712 1284',
  '+1.2345678',
  '0 128 255 255',
])('%s has none', (text) => {
  expect(contactIn(text)).toBeUndefined()
})

it.each(['Lina at the lake', 'Lina’s first day at school, with Zoë.', '丽娜在湖边玩耍'])(
  '%s reads as a sentence',
  (text) => {
    expect(isProse(text)).toBe(true)
  },
)

it.each([
  'Auto White Balance',
  'Adobe Standard',
  'filter: 0; algolist: 0; touch: (-1.0, -1.0);',
  'AF_C 3 4 5',
  '12 34 56 78 90',
])('%s does not', (text) => {
  expect(isProse(text)).toBe(false)
})
