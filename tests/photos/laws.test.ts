import { afterAll, describe, expect, it } from 'vitest'
import { fileFrom } from '../../src/bridge/recipe'
import { clean } from '../../src/clean/clean'
import { keepRow } from '../../src/clean/keep'
import { prove } from '../../src/clean/prove'
import { FORMATS } from '../../src/formats'
import { Malformed } from '../../src/formats/core/malformed'
import { join, lengthOf, type Part } from '../../src/formats/core/part'
import { sourceOf } from '../../src/formats/core/source'
import type { Format } from '../../src/formats/format'
import { createEngine } from '../../src/review/engine'
import { recipeOf } from '../../src/review/recipe'
import { PHOTOS, type Photo } from '../support/corpus'
import { closeExifTool, personalTags, personalValues } from '../support/exiftool'
import { inMemory } from '../support/in-memory'
import { iccOf, pixelsOf } from '../support/pixels'
import { CANNOT_SPLIT, NOT_CLEAN, NOT_COMPARED, STAYS_IN_SIGHT } from './exceptions'

afterAll(closeExifTool)

interface Case {
  readonly photo: Photo
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly parts: readonly Part[]
  readonly cleaned: Blob
  readonly cleanedBytes: Uint8Array<ArrayBuffer>
  readonly cleanedParts: readonly Part[]
}

const engine = createEngine({ decode: async () => 'cannot-tell' })

const bytesOf = async (blob: Blob) => new Uint8Array(await blob.arrayBuffer())

/** Runs a law over the cases and gives back the sentences of those that broke it. */
async function broken(cases: readonly Case[], law: (photo: Case) => Promise<string | null>): Promise<string[]> {
  const sentences: string[] = []
  for (const photo of cases) {
    const sentence = await law(photo)
    if (sentence) sentences.push(`${photo.photo.name}: ${sentence}`)
  }
  return sentences
}

async function caseOf(photo: Photo, format: Format): Promise<Case> {
  const bytes = await photo.bytes()
  const original = new Blob([bytes])
  const source = sourceOf(original)
  const parts = await format.split(source)
  const cleaned = await clean(parts, format)
  const { pieces, size } = await recipeOf(cleaned.parts, source)
  // The way that a page gets it.
  const blob = fileFrom({ name: photo.name, type: '', size, pieces }, original)
  return { photo, bytes, parts, cleaned: blob, cleanedBytes: await bytesOf(blob), cleanedParts: cleaned.parts }
}

describe.each(FORMATS.map((format) => [format.name, format] as const))('%s', (name, format) => {
  const photos = PHOTOS.filter((photo) => photo.format === name)
  const cases: Case[] = []

  it('takes every photo apart and cleans it, but for those that are broken', async () => {
    const refused: string[] = []
    for (const photo of photos) {
      try {
        cases.push(await caseOf(photo, format))
      } catch (error) {
        if (!(error instanceof Malformed)) throw new Error(`${photo.name} ends in another error`, { cause: error })
        refused.push(`${photo.name}: ${error.message}`)
      }
    }
    console.info(`${name}: ${cases.length} photos, ${refused.length} refused`)
    expect(cases.length).toBeGreaterThan(0)
    const expected = new Set(Object.keys(CANNOT_SPLIT))
    expect(refused.filter((sentence) => !expected.has(sentence.slice(0, sentence.indexOf(': '))))).toEqual([])
    const allowed = photos.filter((photo) => expected.has(photo.name))
    expect(refused).toHaveLength(allowed.length)
  })

  it('loses no byte: the parts tile the file and their join is the file', async () => {
    const sentences = await broken(cases, async ({ bytes, parts }) => {
      let at = 0
      for (const { name: part, content } of parts) {
        if (content.kind !== 'slice' || content.start !== at) return `gap or overlap at ${at}, before ${part}`
        if (content.end < content.start) return `${part} ends before it starts`
        at = content.end
      }
      if (at !== bytes.length) return `the parts end at ${at} of ${bytes.length}`
      return Buffer.compare(await bytesOf(new Blob(join(parts))), bytes) === 0 ? null : 'join differs'
    })
    expect(sentences).toEqual([])
  })

  it('ends in parts or in Malformed wherever the file is cut', async () => {
    const sentences = await broken(cases, async ({ bytes, parts }) => {
      for (const end of cuts(bytes.length, parts)) {
        try {
          const rest = await format.split(inMemory(bytes.subarray(0, end)))
          const length = rest.reduce((sum, part) => sum + lengthOf(part), 0)
          if (length !== end) return `cut at ${end}: the parts have ${length} bytes`
          await clean(rest, format)
        } catch (error) {
          if (!(error instanceof Malformed)) return `cut at ${end}: ${error}`
        }
      }
      return null
    })
    expect(sentences).toEqual([])
  })

  it('proves what it cleaned, and cleaning again changes nothing', async () => {
    const sentences = await broken(cases, async ({ cleaned, cleanedBytes, cleanedParts, photo }) => {
      const proof = await prove(
        sourceOf(cleaned),
        { blob: new Blob([]) },
        format,
        async () => 'cannot-tell',
        cleanedParts,
      )
      if (!proof.proved) return `not proved: ${proof.doubt}`
      const again = await caseOf({ ...photo, bytes: async () => cleanedBytes }, format)
      return Buffer.compare(again.cleanedBytes, cleanedBytes) === 0 ? null : 'cleaning again changes it'
    })
    expect(sentences).toEqual([])
  })

  it('leaves nothing personal that ExifTool could find', async () => {
    const sentences = await broken(cases, async ({ cleaned }) => {
      const tags = await personalTags(cleaned)
      return tags.length > 0 ? tags.slice(0, 4).join(' | ') : null
    })
    expect(sentences.filter((sentence) => !(sentence.slice(0, sentence.indexOf(': ')) in NOT_CLEAN))).toEqual([])
  })

  it('leaves none of the private texts in the bytes', async () => {
    let personal = 0
    const sentences = await broken(cases, async ({ photo, bytes, cleanedParts }) => {
      const tags = await personalValues(photo.path ?? new Blob([bytes]))
      if (tags.length > 0) personal++
      const searched = cleanedParts.filter((part) => !isSearchedElsewhere(part, name))
      const rest = Buffer.from(await bytesOf(new Blob(join(searched))))
      const left = tags.filter(({ value }) => needles(value).some((needle) => rest.includes(needle)))
      return left.length > 0 ? left.map(({ key, value }) => `${key} = ${value}`).join(' | ') : null
    })
    console.info(`${name}: ${personal} of ${cases.length} photos held something personal`)
    expect(personal).toBeGreaterThan(0)
    expect(sentences.filter((sentence) => !(sentence.slice(0, sentence.indexOf(': ')) in STAYS_IN_SIGHT))).toEqual([])
  })

  it('finds nothing to tell about a photo that it cleaned', async () => {
    const sentences = await broken(cases, async ({ cleaned }) => {
      const inspection = await engine.inspect(new File([cleaned], 'photo'))
      if (inspection.outcome === 'nothing-found') return null
      return `${inspection.outcome}: ${inspection.findings.map(({ kind, source }) => `${kind} in ${source}`).join(', ')}`
    })
    expect(sentences).toEqual([])
  })

  it('changes neither a pixel, nor the way up, nor the colours', async () => {
    let compared = 0
    const sentences = await broken(cases, async ({ bytes, cleanedBytes }) => {
      const [before, after] = [await pixelsOf(bytes), await pixelsOf(cleanedBytes)]
      if (!before) return null
      if (!after) return 'does not decode any more'
      compared++
      if (before.orientation !== after.orientation) return `way up ${before.orientation} became ${after.orientation}`
      if (before.space !== after.space) return `${before.space} became ${after.space}`
      if (before.timing !== after.timing) return `timing ${before.timing} became ${after.timing}`
      if (before.width !== after.width || before.height !== after.height) return 'size changed'
      if (Buffer.compare(before.data, after.data) !== 0) return 'pixels changed'
      const [icc, iccAfter] = [await iccOf(bytes), await iccOf(cleanedBytes)]
      if (icc && !iccAfter) return 'lost its colour profile'
      return null
    })
    console.info(`${name}: pixels of ${compared} photos compared`)
    expect(cases.length - compared).toBeLessThanOrEqual(NOT_COMPARED[name] ?? 0)
    expect(sentences).toEqual([])
  })
})

/** Every point of a small file; of a larger one, the edges of the parts and points in between. */
function cuts(length: number, parts: readonly Part[]): number[] {
  if (length <= 4096) return Array.from({ length }, (_, end) => end)
  const points = new Set<number>([0, 1, 2, length - 1])
  let at = 0
  for (const part of parts.slice(0, 24)) {
    at += lengthOf(part)
    for (const near of [at - 1, at, at + 1, at + 5]) if (near < length) points.add(near)
  }
  for (let i = 1; i < 16; i++) points.add(Math.floor((length * i) / 16))
  return [...points]
}

/** Colour profiles, whose words are known, and data that is compared as pixels; searching it takes most of the time. */
function isSearchedElsewhere(part: Part, format: Format['name']): boolean {
  return keepRow(format, part.name)?.feature === 'colour-profile' || part.name.endsWith('entropy-coded data')
}

/** ExifTool's note that it does not print bytes, and media types, which a gain map's directory names. */
const SAYS_NOTHING = /^\(Binary data|^(?:image|video)\/[\w.+-]+$/

/** A private text as it may stand in the file: UTF-8, or UTF-16 in either order. Short ones would match by chance. */
function needles(value: unknown): Buffer[] {
  if (typeof value !== 'string' || value.length < 6 || SAYS_NOTHING.test(value)) return []
  const wide = Buffer.from(value, 'utf16le')
  return [Buffer.from(value, 'utf8'), wide, Buffer.from(wide).swap16()]
}
