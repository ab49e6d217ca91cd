import { expect, it } from 'vitest'
import { fileFrom } from '../../../src/bridge/recipe'
import { blank, fresh, type Part, slice } from '../../../src/formats/core/part'
import { sourceOf } from '../../../src/formats/core/source'
import { partsOf, recipeOf } from '../../../src/review/recipe'

const bytes = Uint8Array.from({ length: 3000 }, (_, at) => at % 251)
const original = new Blob([bytes])
const source = sourceOf(original)
const made = async (parts: readonly Part[]) => {
  const { pieces, size, changed } = await recipeOf(parts, source)
  const file = fileFrom({ name: 'photo.jpg', type: 'image/jpeg', size, pieces }, original)
  expect(file.size).toBe(size)
  const again = await recipeOf(partsOf(pieces, source), source)
  expect(again.size).toBe(size)
  return { pieces, changed, bytes: new Uint8Array(await file.arrayBuffer()) }
}

it('is the whole file when the parts make the same bytes, written afresh or not', async () => {
  const whole = [{ kind: 'slice', start: 0, end: 3000 }]
  const head = slice('head', source, 0, 2)
  const exif = fresh('Exif', bytes.slice(2, 60))
  const rest = slice('rest', source, 60, 3000)
  expect(await made([head, exif, rest])).toEqual({ pieces: whole, changed: false, bytes })
  expect((await made([head, rest])).changed).toBe(true)
  expect((await made([head, fresh('Exif', bytes.slice(3, 61)), rest])).changed).toBe(true)
  expect((await made([rest, exif, head])).changed).toBe(true)
})

it('counts zeros as no change only where there were zeros', async () => {
  const blanked = new Blob([bytes.slice(0, 1000), new Uint8Array(500)])
  const of = sourceOf(blanked)
  const parts = [slice('a', of, 0, 1000), blank(slice('b', of, 1000, 1500))]
  expect((await recipeOf(parts, of)).changed).toBe(false)
  expect((await made([slice('a', source, 0, 1000), blank(slice('b', source, 1000, 3000))])).changed).toBe(true)
})

it('begins with 512 bytes in one piece, whatever the parts are', async () => {
  const short = [slice('SOI', source, 0, 2), blank(slice('b', source, 0, 9)), fresh('c', bytes.slice(0, 40))]
  const { pieces, bytes: out } = await made([...short, slice('rest', source, 1000, 3000)])
  expect(pieces.map((piece) => (piece.kind === 'slice' ? [piece.start, piece.end] : piece.kind))).toEqual([
    'bytes',
    [1000 + 512 - 51, 3000],
  ])
  expect(out).toEqual(
    Uint8Array.from([...bytes.slice(0, 2), ...Array(9).fill(0), ...bytes.slice(0, 40), ...bytes.slice(1000)]),
  )
  expect((await made([...short])).bytes).toHaveLength(51)
  expect((await made([slice('a', source, 10, 600), slice('b', source, 700, 800)])).pieces).toHaveLength(2)
})

it('has no bytes of another file', async () => {
  const other = sourceOf(new Blob([bytes]))
  await expect(recipeOf([slice('a', other, 10, 600)], source)).rejects.toThrow('another file')
})
