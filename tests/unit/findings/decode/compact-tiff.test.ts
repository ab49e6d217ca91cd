import { expect, it } from 'vitest'
import { findIn } from '../../../../src/findings/find'
import { concat } from '../../../../src/formats/core/bytes'
import { slice } from '../../../../src/formats/core/part'
import { sourceOf } from '../../../../src/formats/core/source'
import { CountingBlob } from '../../../support/counting-blob'
import { degrees, type ExifRecipe, exifOf, gpsTags } from '../../../support/exif-builder'

const RECIPE: ExifRecipe = {
  ifd0: [
    [0x010e, 'ascii', 'Lina at the lake\0'],
    [0x013b, 'ascii', 'Odile\0'],
  ],
  exif: [[0x9003, 'ascii', '2025:06:14 15:42:10\0']],
  gps: gpsTags(degrees(48, 6, 0), 'N', degrees(11, 34, 30), 'E'),
  ifd1: [[0x00fe, 'long', [1]]],
  thumbnail: Uint8Array.of(0xff, 0xd8, 0xff, 0xd9),
}

/** The structure with so many bytes of pixels behind it, in a blob that counts what is read of it. */
function counted(littleEndian: boolean, pixels: number) {
  const bytes = concat(exifOf({ ...RECIPE, littleEndian }), new Uint8Array(pixels))
  return new CountingBlob([bytes])
}

async function findingsOf(blob: Blob) {
  const source = sourceOf(blob)
  const part = slice('header', source, 0, blob.size, { type: 'exif', start: 0, end: blob.size })
  const findings = await findIn([part], new File([], 'scan'), 'tiff')
  return Promise.all(
    findings.map(async (finding) =>
      finding.kind === 'hidden-picture' ? { ...finding, picture: await finding.picture?.text() } : finding,
    ),
  )
}

it.each([true, false])('a large TIFF file says what a small one says, little-endian: %s', async (littleEndian) => {
  const small = await findingsOf(counted(littleEndian, 0))
  const large = counted(littleEndian, 8 * 1024 * 1024)
  const findings = await findingsOf(large)
  expect(small.map(({ kind }) => kind)).toEqual(['place', 'people', 'time', 'words', 'hidden-picture'])
  expect(findings).toEqual(small)
  expect(large.bytesRead).toBeLessThan(256 * 1024)
})
