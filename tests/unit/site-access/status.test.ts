import { expect, it } from 'vitest'
import type { PageState } from '../../../src/site-access/page-state'
import { placeName, statusOf } from '../../../src/site-access/status'
import { instagram } from '../../../src/sites/instagram'

const address = { host: 'forum.example.org', pattern: '*://*.forum.example.org/*' }
const listed: PageState = { kind: 'listed', site: instagram, allowed: true, reload: false, off: false }
const added: PageState = { kind: 'added', address, allowed: true, reload: false, off: false }
const everywhere: PageState = { ...added, kind: 'everywhere' }

it.each<[PageState, boolean, string]>([
  [listed, false, 'checked-listed'],
  [added, false, 'checked-added'],
  [everywhere, false, 'checked-everywhere'],
  [{ ...everywhere, off: true }, false, 'turned-off'],
  [{ ...added, off: true }, false, 'turned-off'],
  [listed, true, 'break'],
  [{ ...listed, reload: true }, true, 'break'],
  [{ ...listed, reload: true }, false, 'too-old'],
  [{ ...listed, allowed: false, reload: true }, true, 'not-allowed'],
  [{ ...listed, off: true, allowed: false }, true, 'turned-off'],
  [{ ...added, allowed: false }, false, 'not-allowed'],
  [{ kind: 'addable', address }, true, 'not-watched'],
  [{ kind: 'out-of-reach' }, true, 'out-of-reach'],
])('%# is said as %3$s', (state, onBreak, name) => {
  const status = statusOf(state, onBreak)
  expect(status.name).toBe(name)
  const nothingToDo = ['checked-listed', 'checked-added', 'out-of-reach'].includes(name)
  expect(status.remedy === null).toBe(nothingToDo)
})

it('calls a place by its name', () => {
  expect([listed, added, { kind: 'out-of-reach' } as const].map(placeName)).toEqual([
    'Instagram',
    'forum.example.org',
    '',
  ])
})
