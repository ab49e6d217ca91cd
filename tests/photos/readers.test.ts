import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findIn } from '../../src/findings/find'
import type { Finding } from '../../src/findings/finding'
import { FORMATS } from '../../src/formats'
import { sourceOf } from '../../src/formats/core/source'
import { PHOTOS, type Photo } from '../support/corpus'
import { closeExifTool, readWithExifTool } from '../support/exiftool'
import { PHONE_TEXTS } from '../support/phone-texts'
import { isStructural } from '../support/structural-tags'
import { toldBy } from '../support/told-by-exiftool'
import { CANNOT_SPLIT } from './exceptions'
import { FALSE_ALARMS, NOT_FOUND } from './readers-exceptions'
import { RIGHTLY_FOUND } from './readers-people-and-words'

afterAll(closeExifTool)

interface Reading {
  readonly photo: Photo
  readonly tags: Readonly<Record<string, unknown>>
  readonly findings: readonly Finding[]
}

describe.each(FORMATS.map((format) => [format.name, format] as const))('what ExifTool finds in %s', (name, format) => {
  const readings: Reading[] = []

  beforeAll(async () => {
    for (const photo of PHOTOS) {
      if (photo.format !== name || photo.name in CANNOT_SPLIT) continue
      // A name of its own would be a finding of its own.
      const file = new File([await photo.bytes()], 'photo')
      const findings = await findIn(await format.split(sourceOf(file)), file, name)
      readings.push({ photo, tags: await readWithExifTool(photo.path ?? file), findings })
    }
  })

  it('is found: every place, name of a person, owner and serial number, and that there is a date, a device, a thumbnail, a manifest', () => {
    const missed = readings.flatMap(({ photo, tags, findings }) =>
      missing(toldBy(tags), findings)
        .filter((sentence) => !NOT_FOUND[photo.name]?.some(({ what }) => sentence.startsWith(what)))
        .map((sentence) => `${photo.name}: ${sentence}`),
    )
    expect(missed).toEqual([])
  })

  it('is nothing personal, then nothing is found', () => {
    const alarms = readings
      .filter(({ photo, tags }) => saysNothing(tags) && !(photo.name in FALSE_ALARMS))
      .flatMap(({ photo, findings }) => findings.map(({ kind, source }) => `${photo.name}: ${kind} from ${source}`))
    expect(alarms).toEqual([])
  })

  it('is somebody or something written, then the list says why', () => {
    const alarms = readings.flatMap(({ photo, tags, findings }) => {
      const said = findings.flatMap((finding) =>
        finding.kind === 'people' ? finding.names : finding.kind === 'words' ? [finding.text] : [],
      )
      const unexplained = said.filter((text) => !EXPLAINED.has(text.slice(0, EXPLAINED_LENGTH)))
      if (isOfPhone(tags)) ofPhones.push({ said: said.length, unexplained: unexplained.length })
      return unexplained.map((text) => `${photo.name}: ${text.slice(0, EXPLAINED_LENGTH)}`)
    })
    expect(alarms).toEqual([])
  })

  it('needs every exception that is made', () => {
    const idle = readings.flatMap(({ photo, tags, findings }) => {
      const sentences = missing(toldBy(tags), findings)
      const misses = NOT_FOUND[photo.name] ?? []
      const unused = misses.filter(({ what }) => !sentences.some((sentence) => sentence.startsWith(what)))
      const isIdle = photo.name in FALSE_ALARMS && !(saysNothing(tags) && findings.length > 0)
      return [...unused.map(({ what }) => `${photo.name}: ${what}`), ...(isIdle ? [`${photo.name}: false alarm`] : [])]
    })
    expect(idle).toEqual([])
  })
})

describe('photos of phones', () => {
  it('say of nobody and of nothing written what a machine wrote, at most once in a thousand', () => {
    const [said, wrong] = (['said', 'unexplained'] as const).map((key) =>
      ofPhones.reduce((sum, photo) => sum + photo[key], 0),
    )
    console.info(`${ofPhones.length} photos of phones: ${said} people and texts found, ${wrong} of them wrongly`)
    expect(ofPhones.length).toBeGreaterThan(0)
    expect(wrong).toBeLessThanOrEqual(Math.floor(ofPhones.length / 1000))
  })
})

const ofPhones: { readonly said: number; readonly unexplained: number }[] = []
const PHONE_MAKES = new Set([...PHONE_TEXTS.map(({ make }) => make.toLowerCase()), 'lge', 'asus', 'jolla', 'tct'])
/** Of makers of phones that make other cameras too. */
const NO_PHONE = /^(?:DSC|DCR|DSLR|SLT|ILCE|NEX|MAVICA|DIGITALMAVICA|CYBERSHOT)/i

/** Whether a phone, a drone or an action camera took it, by the names that ExifTool reads. */
function isOfPhone(tags: Reading['tags']): boolean {
  const textOf = (name: RegExp) => String(Object.entries(tags).find(([key]) => name.test(key))?.[1] ?? '').trim()
  const make = textOf(/:(?:Make|AndroidManufacturer)$/).toLowerCase()
  return PHONE_MAKES.has(make) && !NO_PHONE.test(textOf(/:(?:Model|AndroidModel)$/))
}

/** As many characters of each text as the list has. */
const EXPLAINED_LENGTH = 60
const EXPLAINED = new Set(RIGHTLY_FOUND.flatMap(({ texts }) => texts))

const saysNothing = (tags: Reading['tags']) => Object.entries(tags).every(([key, value]) => isStructural(key, value))

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
  for (const kind of told.kinds) if (!findings.some((finding) => finding.kind === kind)) out.push(`any ${kind}`)
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
