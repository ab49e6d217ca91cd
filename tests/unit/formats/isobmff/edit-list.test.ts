import { describe, expect, it } from 'vitest'
import { concat, u32be } from '../../../../src/formats/core/bytes'
import { Uncheckable } from '../../../../src/formats/core/malformed'
import { sourceOf } from '../../../../src/formats/core/source'
import { boxesIn, boxesOfFile } from '../../../../src/formats/isobmff/boxes'
import { mp4 } from '../../../../src/formats/isobmff/mp4'
import { readSamples } from '../../../../src/formats/isobmff/sample-times'
import { readTrack } from '../../../../src/formats/isobmff/track'
import { boxOf, edits, filmOf, fullBox, syncs, type TrackRecipe } from '../../../support/box-bytes'
import { cleanedOf, partsOf } from '../../../support/taken-apart'

/** Four seconds of frames of 40 ms, every 25th of which needs no other; each says its number. */
const FRAMES = Array.from({ length: 100 }, (_, index) => `F${String(index).padStart(2, '0')}`)
const VIDEO: TrackRecipe = { handler: 'vide', codec: 'avc1', samples: FRAMES, inTable: [syncs(1, 26, 51, 76)] }
const SOUND: TrackRecipe = { handler: 'soun', codec: 'mp4a', samples: FRAMES.map((name) => `S${name.slice(1)}`) }

const textOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')
const numbersIn = (bytes: Uint8Array, letter: 'F' | 'S') =>
  [...textOf(bytes).matchAll(new RegExp(`${letter}(\\d\\d)`, 'g'))].map(([, number]) => Number(number))
const upTo = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index)

/** The samples that a film's first track shows, with the time at which each begins. */
async function toldBy(film: Uint8Array): Promise<string[]> {
  const source = sourceOf(new Blob([Uint8Array.from(film)]))
  const { boxes } = await boxesOfFile(source, new Set())
  const moov = boxes.find(({ type }) => type === 'moov')
  const trak = moov && (await boxesIn(source, moov.body, moov.end)).boxes.find(({ type }) => type === 'trak')
  const samples = trak && (await readSamples(source, await readTrack(source, trak)))
  if (!samples) throw new Error('no samples')
  return upTo(0, samples.count).map((index) => {
    const name = textOf(film.subarray(samples.starts[index], samples.ends[index]))
    return `${name} ${samples.presents[index]}${samples.isSync(index) ? ' sync' : ''}`
  })
}

const cut = (list: ReturnType<typeof edits>, more: Partial<TrackRecipe> = {}) =>
  filmOf({ tracks: [{ ...VIDEO, inTrak: [list], ...more }] })

describe('a film of which an edit list shows a part', () => {
  it('loses in front and behind what no shown frame needs, from its tables too', async () => {
    const film = cut(edits([900, 1100]))
    const { bytes, removed } = await cleanedOf(mp4, film)
    expect(bytes).toHaveLength(film.length)
    expect(numbersIn(bytes, 'F')).toEqual(upTo(25, 51))
    expect(await toldBy(bytes)).toEqual(
      upTo(25, 51).map((number) => `F${number} ${(number - 25) * 40}${number % 25 === 0 ? ' sync' : ''}`),
    )
    expect(textOf(bytes)).toContain(textOf(edits([900, 100])))
    expect(removed).toContain('mdat/cut off')
    expect((await cleanedOf(mp4, bytes)).removed).toEqual([])
  })

  it('is told as one hidden film', async () => {
    const parts = await partsOf(mp4, cut(edits([900, 1100])))
    const blocks = parts.flatMap(({ block }) => (block?.type === 'video' ? [block] : []))
    expect(blocks).toHaveLength(2)
    expect(new Set(blocks.map(({ group }) => group)).size).toBe(1)
  })

  it.each([1, 4, 100])('shows the same at the same time when %i frames lie in a chunk', async (inChunk) => {
    const film = cut(edits([300, 0], [400, 3100]), { inChunk })
    const { bytes } = await cleanedOf(mp4, film)
    const kept = [...upTo(0, 8), ...upTo(75, 88)]
    expect(numbersIn(bytes, 'F')).toEqual(kept)
    expect(await toldBy(bytes)).toEqual(
      kept.map((number) => `F${String(number).padStart(2, '0')} ${number * 40}${number % 25 === 0 ? ' sync' : ''}`),
    )
    expect(textOf(bytes)).toContain(textOf(edits([300, 0], [400, 3100])))
  })

  it('keeps the run before a frame that is shown earlier than the one it follows', async () => {
    // The second run is decoded as I B B P …, and its first two B are presented before its I.
    const offsets = upTo(0, 100).map((index) => (index % 25 === 0 ? 80 : 0))
    const ctts = fullBox('ctts', 0, 0, u32be(100), ...offsets.map((offset) => concat(u32be(1), u32be(offset))))
    const film = cut(edits([500, 2050]), { inTable: [syncs(1, 26, 51, 76), ctts] })
    expect(numbersIn((await cleanedOf(mp4, film)).bytes, 'F')[0]).toBe(25)
    const later = cut(edits([500, 2090]), { inTable: [syncs(1, 26, 51, 76), ctts] })
    expect(numbersIn((await cleanedOf(mp4, later)).bytes, 'F')[0]).toBe(50)
  })

  it('keeps a quarter of a second of sound around what is heard, in which decoders run up', async () => {
    const film = filmOf({ tracks: [{ ...SOUND, inTrak: [edits([1000, 2000])] }] })
    const kept = numbersIn((await cleanedOf(mp4, film)).bytes, 'S')
    expect([kept[0], kept.at(-1)]).toEqual([43, 81])
  })

  it.each([
    ['an encoder’s delay', edits([4000, 80])],
    ['a pause in front', edits([500, -1], [4000, 0])],
    ['all of it twice', edits([4000, 0], [4000, 0])],
    ['no length', edits([0, 0])],
  ])('is left as it is with %s', async (_, list) => {
    const film = cut(list)
    expect((await partsOf(mp4, film)).some(({ name }) => name.includes('cut'))).toBe(false)
    expect(numbersIn((await cleanedOf(mp4, film)).bytes, 'F')).toEqual(upTo(0, 100))
  })

  it('is told, and not cleaned, where the frames need long stretches of what was cut off', async () => {
    const film = cut(edits([500, 2000]), { inTable: [syncs(1)] })
    expect((await partsOf(mp4, film)).some(({ block }) => block?.label === 'cut off')).toBe(true)
    await expect(cleanedOf(mp4, film)).rejects.toThrow(Uncheckable)
  })

  it('is not cleaned when a table has an entry a sample that is not rewritten here', async () => {
    const film = cut(edits([900, 1100]), { inTable: [syncs(1, 26, 51, 76), fullBox('stdp', 0, 0, '\0\0'.repeat(100))] })
    await expect(cleanedOf(mp4, film)).rejects.toThrow(Uncheckable)
  })

  it('is told, and not cleaned, when it lies in fragments', async () => {
    const trex = fullBox('trex', 0, 0, u32be(1), u32be(1), u32be(40), u32be(3), u32be(0))
    const head = filmOf({
      tracks: [{ ...VIDEO, samples: [], inTable: [], inTrak: [edits([0, 3000])] }],
      inMoov: [boxOf('mvex', trex)],
    })
    const fragment = (first: number) => {
      const moof = (length: number) => {
        const tfhd = fullBox('tfhd', 0, 0x20000, u32be(1))
        const trun = fullBox('trun', 0, 1, u32be(25), u32be(length + 8))
        return boxOf('moof', boxOf('traf', tfhd, fullBox('tfdt', 0, 0, u32be(first * 40)), trun))
      }
      return concat(moof(moof(0).length), boxOf('mdat', ...FRAMES.slice(first, first + 25)))
    }
    const film = concat(head, ...[0, 25, 50, 75].map(fragment))
    expect((await partsOf(mp4, film)).some(({ block }) => block?.label === 'cut off')).toBe(true)
    await expect(cleanedOf(mp4, film)).rejects.toThrow(Uncheckable)
  })
})
