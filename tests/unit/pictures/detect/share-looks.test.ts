import { setImmediate } from 'node:timers/promises'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CutTile, Look } from '../../../../src/pictures/detect/look-at-tile'
import { alone, together } from '../../../../src/pictures/detect/share-looks'

const tilesOf = (count: number): CutTile[] =>
  Array.from({ length: count }, (_, at) => ({
    pixels: { width: 1, height: 1, data: new Uint8Array(4) },
    tile: { x: at, y: 0, innerBorders: { left: false, top: false, right: false, bottom: false } },
    models: ['sparse'],
  }))

/** What is seen depends on the tile alone. */
const look: Look = async ({ tile }) => [
  { box: { x: tile.x, y: 0, width: 9, height: 9 }, score: 0.5, model: tile.x % 2 ? 'dense' : 'sparse' },
]
const breathe = () => setImmediate()

const never = () => new Promise<never>(() => undefined)
const fails = async () => {
  throw new Error('killed')
}

/** What becomes of each tile that the other Worker is asked to look at. */
const does = fc.array(fc.constantFrom('answers', 'is late', 'fails', 'never answers'), { minLength: 1, maxLength: 12 })

test('two see what one sees, and nobody waits, whatever becomes of the other', async () => {
  const all = tilesOf(17)
  const wanted = await alone(look)(all)
  await fc.assert(
    fc.asyncProperty(does, async (fate) => {
      let asked = 0
      const help: Look = async (cut) => {
        const what = fate[asked++ % fate.length]
        if (what === 'never answers') return never()
        if (what === 'fails') return fails()
        if (what === 'is late') for (let turn = 0; turn < 3; turn++) await breathe()
        return look(cut)
      }
      expect(await together(look, help, breathe)(all)).toEqual(wanted)
    }),
    { numRuns: 60 },
  )
})

test('the other takes its share, two tiles at a time', async () => {
  let waiting = 0
  let most = 0
  let helped = 0
  const help: Look = async (cut) => {
    most = Math.max(most, ++waiting)
    await breathe()
    waiting--
    helped++
    return look(cut)
  }
  await together(look, help, breathe)(tilesOf(30))
  expect(most).toBe(2)
  expect(helped).toBeGreaterThan(10)
})

test('what fails here is not kept quiet', async () => {
  await expect(together(fails, look, breathe)(tilesOf(3))).rejects.toThrow('killed')
  expect(await together(fails, look, breathe)([])).toEqual([])
})
