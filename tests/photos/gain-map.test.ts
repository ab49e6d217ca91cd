import sharp from 'sharp'
import { afterAll, expect, it } from 'vitest'
import { clean } from '../../src/clean/clean'
import { join } from '../../src/formats/core/part'
import { sourceOf } from '../../src/formats/core/source'
import { jpeg } from '../../src/formats/jpeg/jpeg'
import { PHOTOS, type Photo } from '../support/corpus'
import { closeExifTool, readWithExifTool } from '../support/exiftool'
import { pixelsOf } from '../support/pixels'
import { CANNOT_SPLIT } from './exceptions'

afterAll(closeExifTool)

const photos = PHOTOS.filter(({ format, name }) => format === 'jpeg' && !(name in CANNOT_SPLIT))

async function cleaned(photo: Photo): Promise<Uint8Array<ArrayBuffer>> {
  const parts = await jpeg.split(sourceOf(new Blob([await photo.bytes()])))
  return new Uint8Array(await new Blob(join((await clean(parts, jpeg)).parts)).arrayBuffer())
}

/** The gain map that libultrahdr finds. */
async function gainMapIn(bytes: Uint8Array): Promise<Uint8Array | null> {
  try {
    const { gainMap } = await sharp(bytes, { failOn: 'none' }).metadata()
    return gainMap ? new Uint8Array(gainMap.image) : null
  } catch {
    return null
  }
}

/** What ExifTool reads of how a gain map is applied, by field name. */
function numbersIn(tags: Record<string, unknown>): Record<string, unknown> {
  const field = /XMP-(?:hdrgm|HDRGainMap):Doc|UniformResourceName/
  const number = /\d|true|false/
  const fields = Object.entries(tags).filter(([key, value]) => field.test(key) && number.test(String(value)))
  return Object.fromEntries(fields.map(([key, value]) => [key.split(':').at(-1), value]))
}

/** Whether the file holds any of the words by which gain maps are known; cheap, and it may find too many. */
const mayHaveGainMap = (bytes: Uint8Array) =>
  ['hdr-gain-map', 'hdrgainmap', 'iso:ts:21496'].some((word) => Buffer.from(bytes.buffer).includes(word))

it('leaves HDR photos HDR: the same gain map, applied with the same numbers, in every photo that has one', async () => {
  const seen: string[] = []
  for (const photo of photos) {
    const bytes = await photo.bytes()
    if (!mayHaveGainMap(bytes)) continue
    const result = await cleaned(photo)
    const [was, is] = [await readWithExifTool(new Blob([bytes])), await readWithExifTool(new Blob([result]))]
    expect(numbersIn(is), photo.name).toMatchObject(numbersIn(was))
    const before = await gainMapIn(bytes)
    if (!before) continue
    seen.push(photo.name)
    const [old, kept] = [await pixelsOf(before), await pixelsOf((await gainMapIn(result)) ?? new Uint8Array(0))]
    expect(old && kept && Buffer.compare(old.data, kept.data), photo.name).toBe(0)
  }
  console.info(`${seen.length} photos in which libultrahdr finds a gain map`)
  // The made photos have broken numbers on purpose, which libultrahdr refuses; only their numbers are compared.
  const hasRealOnes = PHOTOS.some(({ name }) => name.startsWith('corpus/'))
  expect(seen.length).toBeGreaterThanOrEqual(hasRealOnes ? 1 : 0)
})

it('says truly where the pictures behind the first one begin and end', async () => {
  let seen = 0
  for (const photo of photos) {
    const result = await cleaned(photo)
    if (!Buffer.from(result.buffer).includes('MPF\0')) continue
    const tags = Object.entries(await readWithExifTool(new Blob([result])))
    const places = tags.filter(([key]) => /MPF:MPImage[2-9].*:MPImageStart$/.test(key))
    for (const [key, start] of places) {
      seen++
      const length = tags.find(([other]) => other === key.replace('Start', 'Length'))?.[1]
      const picture = result.subarray(Number(start), Number(start) + Number(length))
      expect([...picture.subarray(0, 3)], photo.name).toEqual([0xff, 0xd8, 0xff])
      expect([...picture.subarray(-2)], photo.name).toEqual([0xff, 0xd9])
      expect(await pixelsOf(picture), photo.name).not.toBeNull()
      expect(Number(start) + Number(length), photo.name).toBe(result.length)
    }
  }
  expect(seen).toBeGreaterThanOrEqual(2)
})

it('keeps the numbers of a gain map and nothing that is not a number', async () => {
  const photo = photos.find(({ name }) => name.includes('Ultra HDR and motion photo'))
  if (!photo) throw new Error('the generated photo is missing')
  const numbers = numbersIn(await readWithExifTool(new Blob([await cleaned(photo)])))
  expect(numbers).toEqual({ Version: 1, HDRCapacityMax: 2.5, GainMapMax: [2.5, 2.25, 2.75] })
})

it('lets previews go and keeps both halves of a stereo pair', async () => {
  const lengthOf = async (name: string) => {
    const photo = photos.find((candidate) => candidate.name.includes(name))
    const tags = photo ? await readWithExifTool(new Blob([await cleaned(photo)])) : {}
    return Object.keys(tags).filter((key) => key.endsWith(':MPImageStart')).length
  }
  expect(await lengthOf('two previews')).toBe(0)
  expect(await lengthOf('stereo pair')).toBe(2)
})
