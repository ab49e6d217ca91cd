import { afterAll, describe, expect, it } from 'vitest'
import { findIn } from '../../src/findings/find'
import type { Finding } from '../../src/findings/finding'
import { FORMATS } from '../../src/formats'
import { sourceOf } from '../../src/formats/source'
import { PHOTOS, type Photo } from '../support/corpus'
import { closeExifTool, personalTags, readWithExifTool } from '../support/exiftool'
import { toldBy } from '../support/told-by-exiftool'
import { CANNOT_SPLIT } from './exceptions'
import { FALSE_ALARMS, NOT_FOUND } from './readers-exceptions'

afterAll(closeExifTool)

describe.each(FORMATS.map((format) => [format.name, format] as const))('what ExifTool finds in %s', (name, format) => {
  const photos = PHOTOS.filter((photo) => photo.format === name && !(photo.name in CANNOT_SPLIT))
  const findingsOf = async (photo: Photo): Promise<Finding[]> => {
    const file = new File([await photo.bytes()], 'photo')
    return findIn(await format.split(sourceOf(file)), file, name)
  }

  it('is found: every place, name of a person, owner and serial number', async () => {
    const missed: string[] = []
    for (const photo of photos) {
      const told = await readWithExifTool(photo.path ?? new Blob([await photo.bytes()]))
      const sentences = missing(toldBy(told), await findingsOf(photo))
      for (const sentence of sentences) {
        const known = NOT_FOUND[photo.name]?.some(({ what }) => sentence.startsWith(what))
        if (!known) missed.push(`${photo.name}: ${sentence}`)
      }
    }
    expect(missed).toEqual([])
  })

  it('is nothing personal, then nothing is found', async () => {
    const alarms: string[] = []
    for (const photo of photos) {
      const personal = await personalTags(photo.path ?? new Blob([await photo.bytes()]))
      if (personal.length > 0 || photo.name in FALSE_ALARMS) continue
      for (const { kind, source } of await findingsOf(photo)) alarms.push(`${photo.name}: ${kind} from ${source}`)
    }
    expect(alarms).toEqual([])
  })
})

/** One sentence for everything that ExifTool told and no finding says. */
function missing(told: ReturnType<typeof toldBy>, findings: readonly Finding[]): string[] {
  const places = findings.filter((finding) => finding.kind === 'place')
  const said = findings.flatMap(textsOf).map(letters).join('\n')
  const serials = findings.flatMap((finding) => (finding.kind === 'device' ? finding.serials : [])).map(digits)
  const out: string[] = []
  for (const { latitude, longitude } of told.positions) {
    const near = places.some(
      ({ position }) =>
        position &&
        Math.abs(Math.abs(position.latitude) - latitude) < 0.002 &&
        Math.abs(Math.abs(position.longitude) - longitude) < 0.002,
    )
    if (!near) out.push(`position ${latitude}, ${longitude}`)
  }
  for (const name of told.placeNames) if (!said.includes(letters(name))) out.push(`place ${name}`)
  for (const name of told.names) if (!said.includes(letters(name))) out.push(`name ${name}`)
  for (const serial of told.serials) if (!serials.includes(digits(serial))) out.push(`serial ${serial}`)
  return [...new Set(out)]
}

function textsOf(finding: Finding): readonly string[] {
  switch (finding.kind) {
    case 'place':
    case 'people':
      return finding.names
    case 'words':
      return [finding.text]
    default:
      return []
  }
}

/** Letters and digits alone: the two readers differ in blanks, controls and marks. The first hundred tell two texts apart. */
const letters = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .slice(0, 100)

/** ExifTool pads some numbers with zeros and puts Panasonic's in words. */
const digits = (serial: string) =>
  letters(serial.replace(/^no= */i, '').replace(/^\((\w+)\) 20(\d\d):(\d\d):(\d\d) no\. (\d+)$/, '$1$2$3$4$5')).replace(
    /^0+/,
    '',
  )
