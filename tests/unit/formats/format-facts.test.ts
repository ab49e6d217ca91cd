import { describe, expect, it } from 'vitest'
import { mayBePhoto } from '../../../src/bridge/photo'
import { FORMATS } from '../../../src/formats'
import { canBeTransparent, extensionOf, FORMAT_FACTS, mediaTypeOf } from '../../../src/formats/format-facts'

describe('the facts of each format', () => {
  it.each(Object.entries(FORMAT_FACTS))('of %s: its files are held by their type', (_, facts) => {
    for (const type of Object.keys(facts.mediaTypes)) expect(mayBePhoto(type), type).toBe(true)
    for (const ending of Object.values(facts.mediaTypes)) expect(facts.extensions).toContain(ending)
  })

  it('belong to the formats that can be taken apart', () => {
    expect(FORMATS.map(({ name }) => name).sort()).toEqual(Object.keys(FORMAT_FACTS).sort())
  })

  it('name each type and each ending once', () => {
    const facts = Object.values(FORMAT_FACTS)
    const names = facts.flatMap(({ mediaTypes, extensions }) => [...Object.keys(mediaTypes), ...extensions])
    expect(new Set(names).size).toBe(names.length)
  })

  it('tell the type of a file, its ending, and whether it can be see-through', () => {
    expect(mediaTypeOf('heif')).toBe('image/heic')
    expect(extensionOf('video/quicktime')).toBe('mov')
    expect(extensionOf('text/plain')).toBeUndefined()
    expect([canBeTransparent('image/png'), canBeTransparent('image/jpeg'), canBeTransparent('')]).toEqual([
      true,
      false,
      false,
    ])
  })
})
