import { describe, expect, it } from 'vitest'
import { fileFrom, parseRecipe, type RecipePiece } from '../../../src/bridge/recipe'
import { parseVerdict } from '../../../src/bridge/verdict'

const original = new File(['0123456789'], 'DSC_1.jpg', { type: 'image/jpeg', lastModified: 1 })
const bytes = 'new'
const pieces: readonly RecipePiece[] = [
  { kind: 'slice', start: 0, end: 2 },
  { kind: 'bytes', bytes },
  { kind: 'zeros', length: 3 },
  { kind: 'slice', start: 8, end: 10 },
]
const recipe = { name: 'photo.jpg', type: 'image/jpeg', size: 10, pieces }

describe('a recipe', () => {
  it('makes a file of pieces of the original, fresh bytes and zeros', async () => {
    const file = fileFrom(recipe, original)
    expect(await file.text()).toBe('01new\0\0\x0089')
    expect([file.name, file.type, file.size]).toEqual(['photo.jpg', 'image/jpeg', 10])
    expect(Date.now() - file.lastModified).toBeLessThan(60_000)
  })

  it.each([0, 1, 65_535, 65_536, 65_537, 3 * 65_536 + 7, 2 * 16_777_216 + 65_536 + 1])(
    'makes %i zeros',
    async (length) => {
      const made = await fileFrom({ ...recipe, pieces: [{ kind: 'zeros', length }] }, original).arrayBuffer()
      expect([made.byteLength, new Uint8Array(made).every((byte) => byte === 0)]).toEqual([length, true])
    },
  )

  it('makes three gigabytes of zeros without holding them', () => {
    const length = 3 * 2 ** 30 + 5
    expect(fileFrom({ ...recipe, pieces: [{ kind: 'zeros', length }] }, original).size).toBe(length)
  })

  it('is read as it was written, after a structured clone', () => {
    expect(parseRecipe(structuredClone(recipe), original)).toEqual(recipe)
    const verdict = { outcome: 'release', decisions: [{ as: 'cleaned', recipe }] }
    expect(parseVerdict(structuredClone(verdict), [original])).toEqual(verdict)
  })

  it.each([
    ['nothing', null],
    ['no name', { ...recipe, name: '' }],
    ['a name with a folder', { ...recipe, name: 'Emma/photo.jpg' }],
    ['no type', { ...recipe, type: undefined }],
    ['a size that is not the sum', { ...recipe, size: 11 }],
    ['no pieces', { ...recipe, size: 0, pieces: [] }],
    ['pieces that are no list', { ...recipe, pieces: { length: 0 } }],
    ['a slice past the end', { ...recipe, size: 11, pieces: [{ kind: 'slice', start: 0, end: 11 }] }],
    ['a slice backwards', { ...recipe, size: -2, pieces: [{ kind: 'slice', start: 4, end: 2 }] }],
    ['a slice before the beginning', { ...recipe, size: 3, pieces: [{ kind: 'slice', start: -1, end: 2 }] }],
    ['half a byte', { ...recipe, size: 1.5, pieces: [{ kind: 'slice', start: 0.5, end: 2 }] }],
    ['bytes that are no text', { ...recipe, size: 1, pieces: [{ kind: 'bytes', bytes: Uint8Array.of(1) }] }],
    ['letters that are no bytes', { ...recipe, size: 1, pieces: [{ kind: 'bytes', bytes: 'Ā' }] }],
    ['negative zeros', { ...recipe, size: -1, pieces: [{ kind: 'zeros', length: -1 }] }],
    ['an unknown piece', { ...recipe, size: 1, pieces: [{ kind: 'page', length: 1 }] }],
    ['inherited values', Object.create(recipe)],
    ['an inherited piece', { ...recipe, size: 3, pieces: [Object.create({ kind: 'zeros', length: 3 })] }],
  ])('is refused when it has %s', (_, value) => {
    expect(parseRecipe(value, original)).toBeNull()
    expect(parseVerdict({ outcome: 'release', decisions: [{ as: 'cleaned', recipe: value }] }, [original])).toBeNull()
  })
})
