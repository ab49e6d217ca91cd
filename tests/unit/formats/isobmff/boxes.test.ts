import { describe, expect, it } from 'vitest'
import { concat, latin1Bytes, u32be } from '../../../../src/formats/core/bytes'
import { Malformed } from '../../../../src/formats/core/malformed'
import { boxesIn, boxesOfFile, freeBox } from '../../../../src/formats/isobmff/boxes'
import { boxOf, u64be, userBox } from '../../../support/box-bytes'
import { inMemory } from '../../../support/in-memory'

const NEEDED = new Set(['moov', 'mdat'])
const largeBox = (type: string, body: string) =>
  concat(u32be(1), latin1Bytes(type), u64be(16 + body.length), latin1Bytes(body))
const ofFile = async (bytes: Uint8Array<ArrayBuffer>) => {
  const { boxes, rest } = await boxesOfFile(inMemory(bytes), NEEDED)
  return [...boxes.map(({ type, start, body, end }) => `${type} ${start} ${body} ${end}`), rest]
}

describe('boxesOfFile', () => {
  it('reads lengths of 32 and 64 bits, user types, and a last box without a length', async () => {
    const file = concat(
      boxOf('ftyp', 'isom'),
      largeBox('moov', 'x'),
      userBox('00'.repeat(16), 'y'),
      u32be(0),
      latin1Bytes('mdatzz'),
    )
    expect(await ofFile(file)).toEqual(['ftyp 0 8 12', 'moov 12 28 29', 'uuid 29 53 54', 'mdat 54 62 64', 64])
  })

  it.each([
    ['fewer bytes than a head', latin1Bytes('SEFT')],
    ['a length shorter than a head', concat(u32be(7), latin1Bytes('moov----'))],
    [
      'a long length shorter than a head',
      concat(u32be(1), latin1Bytes('moov'), u64be(15), latin1Bytes('----------------')),
    ],
    ['a box that reaches past the end and is not needed', concat(u32be(99), latin1Bytes('uuid----------------'))],
    ['zeros', new Uint8Array(64)],
  ])('ends the row before %s', async (_, rest) => {
    expect((await ofFile(concat(boxOf('moov'), rest))).slice(1)).toEqual([8])
  })

  it('lets media data be cut short, and nothing else that is needed', async () => {
    expect(await ofFile(concat(u32be(99), latin1Bytes('mdatFRAME')))).toEqual(['mdat 0 8 13', 13])
    await expect(ofFile(concat(u32be(99), latin1Bytes('moovtrack')))).rejects.toThrow(Malformed)
  })

  it('refuses lengths above 2^53', async () => {
    await expect(ofFile(concat(u32be(1), latin1Bytes('mdat'), new Uint8Array(8).fill(255)))).rejects.toThrow(Malformed)
  })

  it('refuses more boxes than any camera writes', async () => {
    await expect(ofFile(concat(...Array.from({ length: 70_000 }, () => boxOf('free'))))).rejects.toThrow(Malformed)
  })
})

describe('boxesIn', () => {
  it('ends at a length of zero, as in QuickTime', async () => {
    const inside = concat(boxOf('abcd'), u32be(0))
    expect(await boxesIn(inMemory(inside), 0, inside.length)).toMatchObject({ boxes: [{ type: 'abcd' }], rest: 8 })
  })

  it('refuses a box longer than what holds it', async () => {
    await expect(boxesIn(inMemory(concat(u32be(9), latin1Bytes('free'), Uint8Array.of(0))), 0, 8)).rejects.toThrow(
      Malformed,
    )
  })
})

describe('freeBox', () => {
  it.each([8, 9, 5_000_000_000])('is exactly %i bytes long', (length) => {
    const total = freeBox(length).reduce(
      (sum, content) =>
        sum + (content.kind === 'zeros' ? content.length : content.kind === 'bytes' ? content.bytes.length : 0),
      0,
    )
    expect(total).toBe(length)
  })
})
