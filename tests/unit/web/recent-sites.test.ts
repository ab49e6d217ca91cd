import { expect, test } from 'vitest'
import { findSites, withNewest } from '../../../web/recent-sites'

const SITES = [
  { id: 'instagram', name: 'Instagram' },
  { id: 'toutemonannee', name: 'Toutemonannée' },
  { id: 'x', name: 'X' },
]
const found = (typed: string, recent: readonly string[] = []) => findSites(SITES, typed, recent).map(({ id }) => id)

test('sites are found by a part of their name, whatever the case and the accents', () => {
  expect(found('ANNEE')).toEqual(['toutemonannee'])
  expect(found('insta ')).toEqual(['instagram'])
  expect(found('nowhere')).toEqual([])
})

test('those that were chosen last come first', () => {
  expect(found('', ['x', 'toutemonannee'])).toEqual(['x', 'toutemonannee', 'instagram'])
})

test('five are remembered, each once', () => {
  expect(withNewest(['a', 'b', 'c', 'd', 'e'], 'c')).toEqual(['c', 'a', 'b', 'd', 'e'])
  expect(withNewest(['a', 'b', 'c', 'd', 'e'], 'f')).toEqual(['f', 'a', 'b', 'c', 'd'])
})
