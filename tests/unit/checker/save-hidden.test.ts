import { expect, it } from 'vitest'
import { wordsFromDisk } from '../../../scripts/words-from-disk'
import { changesIn, hiddenCopy } from '../../../src/checker/hidden-copy'
import { savedSentence } from '../../../src/checker/save-hidden'
import type { Engine } from '../../../src/review/engine-contract'

const words = wordsFromDisk('en')
const file = new File(['original'], 'class.gif')
const copy = new File(['covered'], 'class.png')
const hiding = { hide: async () => ({ file: copy, changes: ['still', 'colours'] }) }
const engine = (outcome: 'nothing-found' | 'refused') =>
  ({ inspect: async () => ({ outcome, reason: 'unreadable' }) }) as unknown as Engine

it('tells what else became of a picture in which something was hidden', async () => {
  expect(savedSentence(copy, words)).toBe('Saved as class.png')
  expect(await hiddenCopy(file, hiding, engine('nothing-found'))).toBe(copy)
  expect(savedSentence(copy, words)).toBe(
    'Saved as class.png Otherwise: the first picture instead of the animation and ordinary colours instead of a wider range.',
  )
  expect(changesIn([file])).toEqual([])
})

it('gives no copy in which something was found, or that could not be read again', async () => {
  expect(await hiddenCopy(file, hiding, engine('refused'))).toBeNull()
})
