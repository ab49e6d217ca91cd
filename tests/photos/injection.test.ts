import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeExifTool } from '../support/exiftool'
import { endInjection, INVENTED, inject, verdictsOn, type WritableTag, writableTags } from '../support/injection'
import { type InjectionBase, injectionBases } from '../support/injection-bases'

/** Another sample for another number; `npm run injection` tries all. */
const SEED = 20261130
const TAGS_PER_FILE = 30

let tags: readonly WritableTag[] = []
let bases: readonly InjectionBase[] = []

beforeAll(async () => {
  tags = await writableTags()
  bases = await injectionBases()
})

afterAll(async () => {
  await closeExifTool()
  endInjection()
})

/** Numbers from 0 to below 1, the same on every machine: the generator mulberry32. */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let value = Math.imul(state ^ (state >>> 15), state | 1)
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61)
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296
  }
}

describe('what ExifTool writes', () => {
  it('can be written in thousands of tags', () => expect(tags.length).toBeGreaterThan(2000))

  it.each(['jpg', 'png', 'webp', 'gif', 'tif', 'heic', 'avif', 'jxl', 'mp4', 'mov'])(
    'into a %s file is named or gone, and never left',
    async (name) => {
      const base = bases.find((one) => one.name === name)
      if (!base) throw new Error(`no ${name}`)
      const random = numbers(SEED + name.charCodeAt(0))
      const any = tags.filter(({ group }) => base.takes(group))
      const sample = Array.from({ length: TAGS_PER_FILE }, () => any[Math.floor(random() * any.length)]).filter(
        (tag) => !!tag,
      )
      // The common ones are tried each time.
      const common = tags.filter(
        ({ group, name: tag }) =>
          /^(?:XMP-dc|IFD0|IPTC|PNG|UserData|Keys)$/.test(group) &&
          /^(?:Title|Description|Artist|Author|Comment|Software|Keywords)$/.test(tag),
      )
      const injected = [...new Set([...sample, ...common])].map((tag, index) =>
        inject(tag, INVENTED[Math.floor(random() * INVENTED.length)] ?? 'name', index),
      )
      const verdicts = await verdictsOn(await base.bytes(), base.format, base.extension, injected)
      const left = injected.filter((_, index) => verdicts[index] === 'left')
      expect(left.map(({ tag, value }) => `${tag.group}:${tag.name} = ${value}`)).toEqual([])
      expect(verdicts.filter((verdict) => verdict !== 'not written').length).toBeGreaterThan(0)
    },
  )
})
