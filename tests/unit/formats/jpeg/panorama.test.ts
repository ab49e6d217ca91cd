import { describe, expect, it } from 'vitest'
import { clean } from '../../../../src/clean/clean'
import { prove } from '../../../../src/clean/prove'
import { latin1Bytes } from '../../../../src/formats/core/bytes'
import { join } from '../../../../src/formats/core/part'
import { sourceOf } from '../../../../src/formats/core/source'
import { jpeg } from '../../../../src/formats/jpeg/jpeg'
import { panoramaOf, panoramaXmp } from '../../../../src/formats/jpeg/panorama-xmp'
import { still } from '../../../support/generated/frames'
import { withSegments, xmpSegment } from '../../../support/jpeg-bytes'

const GPANO = 'xmlns:GPano="http://ns.google.com/photos/1.0/panorama/"'
const SIZES =
  'GPano:CroppedAreaImageWidthPixels="6000" GPano:CroppedAreaImageHeightPixels="3000" GPano:FullPanoWidthPixels="6000" GPano:FullPanoHeightPixels="3000" GPano:CroppedAreaLeftPixels="0" GPano:CroppedAreaTopPixels="0"'
const MORE =
  'GPano:PoseHeadingDegrees="271.5" GPano:StitchingSoftware="RICOH THETA" GPano:FirstPhotoDate="2025-06-14T15:42:10Z" GPano:PosePitchDegrees="-2.5"'
const xmp = (attributes: string, inside = '') =>
  `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:Description ${GPANO} ${attributes}>${inside}</rdf:Description></x:xmpmeta>`

describe('an all-round picture', () => {
  it('stays one after cleaning, and says nothing else', async () => {
    const photo = new Uint8Array(await still().jpeg().toBuffer())
    const original = new Blob([
      withSegments(photo, xmpSegment(xmp(`GPano:ProjectionType="equirectangular" ${SIZES} ${MORE}`))),
    ])
    const { parts, removed, kept } = await clean(await jpeg.split(sourceOf(original)), jpeg)
    expect(kept).toContain('panorama')
    expect(removed).toContain('APP1 XMP')
    const copy = new Blob(join(parts))
    const text = Buffer.from(await copy.arrayBuffer()).toString('latin1')
    expect(text).toContain('GPano:FullPanoWidthPixels="6000"')
    expect(text).toContain('GPano:PosePitchDegrees="-2.5"')
    expect(text).not.toMatch(/271\.5|THETA|2025/)
    expect(await prove(sourceOf(copy), { blob: original }, jpeg, async () => 'cannot-tell')).toEqual({ proved: true })
    const again = await clean(await jpeg.split(sourceOf(copy)), jpeg)
    expect(Buffer.from(await new Blob(join(again.parts)).arrayBuffer()).toString('latin1')).toBe(text)
  })

  it('is told by elements as well, and by words that are known, no others', () => {
    const elements =
      '<GPano:ProjectionType>cylindrical</GPano:ProjectionType><GPano:FullPanoWidthPixels>100</GPano:FullPanoWidthPixels>'
    expect(panoramaOf(latin1Bytes(xmp('', elements)))).toEqual([
      ['ProjectionType', 'cylindrical'],
      ['FullPanoWidthPixels', '100'],
    ])
    expect(panoramaOf(latin1Bytes(xmp('GPano:ProjectionType="Lina" GPano:FullPanoWidthPixels="100"')))).toBeNull()
    expect(
      panoramaOf(latin1Bytes(xmp('GPano:ProjectionType="equirectangular" GPano:FullPanoWidthPixels="Lyon"'))),
    ).toEqual([['ProjectionType', 'equirectangular']])
    const written = panoramaXmp([['ProjectionType', 'equirectangular']])
    expect(panoramaOf(written)).toEqual([['ProjectionType', 'equirectangular']])
  })
})
