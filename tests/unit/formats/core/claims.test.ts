import { describe, expect, it } from 'vitest'
import { Claims } from '../../../../src/formats/core/claims'
import { Malformed } from '../../../../src/formats/core/malformed'

const tiles = (claims: Claims, start = 0, end = 100) =>
  claims.tile(start, end, 'gap').map(({ name, start, end }) => `${name} ${start}-${end}`)

describe('Claims', () => {
  it('tiles a range with what is claimed and the gaps between', () => {
    const claims = new Claims(100)
    claims.keep('frames', 40, 50)
    claims.keep('frames', 10, 20)
    claims.go('gpmd', 25, 30)
    expect(tiles(claims)).toEqual([
      'gap 0-10',
      'frames 10-20',
      'gap 20-25',
      'gpmd 25-30',
      'gap 30-40',
      'frames 40-50',
      'gap 50-100',
    ])
    expect(tiles(claims, 15, 27)).toEqual(['frames 15-20', 'gap 20-25', 'gpmd 25-27'])
  })

  it('makes one span of claims that touch or overlap', () => {
    const claims = new Claims(100)
    for (const [start, end] of [
      [0, 10],
      [10, 20],
      [5, 60],
      [60, 100],
    ] as const)
      claims.keep('frames', start, end)
    expect(tiles(claims)).toEqual(['frames 0-100'])
  })

  it('lets what stays win over what goes, wherever they overlap', () => {
    const claims = new Claims(100)
    claims.go('Exif', 0, 100)
    claims.keep('picture', 20, 30)
    claims.keep('picture', 50, 60)
    expect(tiles(claims)).toEqual(['Exif 0-20', 'picture 20-30', 'Exif 30-50', 'picture 50-60', 'Exif 60-100'])
    expect(claims.needs(29, 31)).toBe(true)
    expect(claims.needs(30, 50)).toBe(false)
  })

  it('gives a byte that two things claim to one of them', () => {
    const claims = new Claims(100)
    claims.keep('picture', 0, 30)
    claims.keep('gain map', 20, 40)
    claims.go('Exif', 40, 70)
    claims.go('XMP', 60, 100)
    expect(tiles(claims)).toEqual(['picture 0-30', 'gain map 30-40', 'Exif 40-70', 'XMP 70-100'])
  })

  it('leaves out what lies past the end of the file', () => {
    const claims = new Claims(50)
    claims.keep('frames', 40, 99)
    claims.keep('frames', 60, 99)
    claims.go('gpmd', 10, 1e12)
    expect(tiles(claims, 0, 50)).toEqual(['gap 0-10', 'gpmd 10-40', 'frames 40-50'])
  })

  it('refuses more chunks than a file of its size can have', () => {
    const claims = new Claims(1_000_000)
    expect(() => {
      for (let at = 0; at < 600_000; at += 2) claims.keep('frames', at, at + 1)
    }).toThrow(Malformed)
  })

  it('refuses more fragments than a file of its size can have', () => {
    const claims = new Claims(1_000_000)
    for (let at = 0; at < 100_000; at += 2) claims.keep('frames', at, at + 1)
    expect(() => tiles(claims)).toThrow(Malformed)
  })

  it('refuses a picture that lies over metadata, which would stay with it', () => {
    const claims = new Claims(100)
    claims.keep('picture', 0, 100)
    claims.go('Exif', 40, 60, { type: 'exif', start: 44, end: 60 })
    expect(() => claims.tile(0, 100, 'gap')).toThrow(Malformed)
  })
})
