import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { fileFrom } from '../../../src/bridge/recipe'
import { createEngine } from '../../../src/review/engine'
import { WITH_PLACE } from '../../support/photos'

const engine = createEngine({ decode: async () => 'decoded' })
const photo = () => new File([readFileSync(WITH_PLACE)], 'IMG_0001.JPG', { type: 'image/jpeg', lastModified: 1 })

describe('the engine', () => {
  it('finds where a photo was taken, and cleans it', async () => {
    const file = photo()
    const inspection = await engine.inspect(file)
    expect(inspection.outcome).toBe('found')
    expect(inspection.findings.map(({ kind }) => kind)).toContain('place')
    const cleaning = await engine.clean(file)
    if (cleaning.outcome !== 'cleaned') throw new Error('refused')
    expect(cleaning.removed).toContain('APP1 Exif')
    expect(cleaning.kept).toContain('orientation')
    expect(cleaning.changed).toBe(true)
    const copy = fileFrom(cleaning.recipe, file)
    expect([copy.name, copy.type, copy.size]).toEqual(['IMG_0001.JPG', 'image/jpeg', cleaning.recipe.size])
    expect(Date.now() - copy.lastModified).toBeLessThan(60_000)
    expect(await engine.inspect(copy)).toMatchObject({
      outcome: 'nothing-found',
      format: 'jpeg',
      findings: [],
    })
  })

  it('gives a photo whose name holds a date a name that says nothing', async () => {
    const cleaning = await engine.clean(new File([await photo().arrayBuffer()], 'IMG_20250614_154210.jpg'))
    expect(cleaning).toMatchObject({ outcome: 'cleaned', recipe: { name: 'photo.jpg', type: 'image/jpeg' } })
  })

  it.each([
    ['empty', new File([], 'a.jpg'), 'empty', null],
    ['text with the name of a photo', new File(['Dear Lina'], 'a.jpg', { type: 'image/jpeg' }), 'not-recognised', null],
    [
      'two starts and no picture',
      new File([Uint8Array.of(255, 216, 255, 216, 255, 217)], 'a.jpg'),
      'malformed',
      'jpeg',
    ],
  ] as const)('says why it cannot check a file that is %s', async (_, file, reason, format) => {
    expect(await engine.inspect(file)).toEqual({ outcome: 'cannot-check', format, findings: [], reason })
    expect(await engine.clean(file)).toEqual({ outcome: 'refused', reason })
  })

  it('says that a file is gone', async () => {
    const file = photo()
    const gone = () => Promise.reject(new DOMException('gone', 'NotFoundError'))
    file.slice = () => Object.assign(new Blob(['x']), { arrayBuffer: gone })
    expect(await engine.inspect(file)).toMatchObject({ outcome: 'cannot-check', reason: 'unreadable' })
    expect(await engine.clean(file)).toEqual({ outcome: 'refused', reason: 'unreadable' })
  })

  it('makes of a cleaned photo the whole of it, and does not decode that again', async () => {
    const file = photo()
    const cleaning = await engine.clean(file)
    if (cleaning.outcome !== 'cleaned') throw new Error('refused')
    const copy = fileFrom(cleaning.recipe, file)
    const strict = createEngine({ decode: () => Promise.reject(new Error('decoded')) })
    expect(await strict.clean(copy)).toEqual({
      outcome: 'cleaned',
      recipe: {
        name: copy.name,
        type: copy.type,
        size: copy.size,
        pieces: [{ kind: 'slice', start: 0, end: copy.size }],
      },
      changed: false,
      removed: [],
      kept: ['orientation'],
    })
  })

  it('writes the head in one piece, from which Firefox tells the kind of picture, and few bytes in all', async () => {
    const file = photo()
    const cleaning = await engine.clean(file)
    if (cleaning.outcome !== 'cleaned') throw new Error('refused')
    const [head] = cleaning.recipe.pieces
    expect(head?.kind === 'bytes' && head.bytes.length).toBe(512)
    expect(JSON.stringify(cleaning.recipe).length).toBeLessThan(20_000)
  })

  it('does not release a copy that no longer decodes although the original does', async () => {
    const file = photo()
    const strict = createEngine({ decode: async ({ blob }) => (blob === file ? 'decoded' : 'not-decodable') })
    expect(await strict.clean(file)).toEqual({ outcome: 'refused', reason: 'not-proved' })
  })

  it('stops when it is told to', async () => {
    const stopped = AbortSignal.abort(new DOMException('the parent cancelled', 'AbortError'))
    await expect(engine.inspect(photo(), stopped)).rejects.toThrow('the parent cancelled')
    await expect(engine.clean(photo(), stopped)).rejects.toThrow('the parent cancelled')
  })
})
