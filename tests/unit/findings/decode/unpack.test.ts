import { describe, expect, it } from 'vitest'
import { unpack } from '../../../../src/findings/decode/unpack'
import { concat, latin1Bytes } from '../../../../src/formats/core/bytes'
import { boxOf, u16be } from '../../../support/box-bytes'

const text = async (...pieces: Uint8Array[]) =>
  new TextDecoder().decode(await unpack(concat(...pieces), 'timed-text', 1000))
const sample = (words: string) => concat(u16be(Buffer.byteLength(words)), Buffer.from(words))

describe('samples of a text track', () => {
  it('become lines, without their boxes of style', async () => {
    const styled = concat(sample('GPS(4.8357,45.7640,19)'), boxOf('styl', '\0\0'), boxOf('encd', '\0\0\x01\0'))
    expect(await text(styled, sample(''), sample('Maïté'))).toBe('GPS(4.8357,45.7640,19)\nMaïté')
  })

  it('may be UTF-16 behind a byte order mark', async () => {
    const wide = latin1Bytes('\xfe\xff\0Z\0o\0\xe9')
    expect(await text(concat(u16be(wide.length), wide), sample('b'))).toBe('Zoé\nb')
  })

  it('end where they are cut', async () => {
    expect(await text(sample('Lina'), u16be(900), latin1Bytes('Odile'))).toBe('Lina\nOdile')
    expect(await text(latin1Bytes('x'))).toBe('')
  })
})
