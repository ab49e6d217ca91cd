import { expect, it } from 'vitest'
import { walkDirectories } from '../../../../src/findings/decode/directories'
import { concat } from '../../../../src/formats/core/bytes'
import { exifOf } from '../../../support/exif-builder'
import { tiffOf } from '../../../support/tiff-bytes'

it('a structure is whole when every value lies inside of it', () => {
  const bytes = exifOf({ ifd0: [[0x0110, 'ascii', 'iPhone 13\0']] })
  expect(walkDirectories(bytes).whole).toBe(true)
  expect(walkDirectories(bytes.subarray(0, -1)).whole).toBe(false)
})

it('a structure is not whole when its values are many times as long as itself', () => {
  const long = exifOf({ ifd0: [[0x9999, 'undefined', new Uint8Array(2000)]] })
  const others = Array.from({ length: 20 }, () => [0x9999, 'undefined', [0, 0, 0, 0, 0]] as const)
  const bytes = concat(exifOf({ ifd0: others }), long)
  for (let index = 0; index < others.length; index++) bytes.set([0xd0, 7, 0, 0, 8, 0, 0, 0], 8 + 2 + 12 * index + 4)
  expect(walkDirectories(bytes).whole).toBe(false)
})

it.each([true, false])('directories of TIFF and BigTIFF, page by page, and SubIFDs; BigTIFF: %s', (big) => {
  const bytes = tiffOf({
    big,
    pages: [
      [
        [0x010e, 2, 'the first page\0'],
        [0x014a, big ? 16 : 4, [-2]],
      ],
      [[0x010e, 2, 'the second page\0']],
    ],
    sub: [[0x010e, 2, 'a smaller copy\0']],
  })
  const { directories, large } = walkDirectories(bytes)
  expect(large).toBe(big)
  expect(directories.map(({ name, tags }) => [name, tags.get(0x010e)])).toEqual([
    ['ifd0', 'the first page'],
    ['sub', 'a smaller copy'],
    ['ifd1', 'the second page'],
  ])
})
