import { describe, expect, it } from 'vitest'
import type { Finding } from '../../../../src/findings/finding'
import { type ExifTag, exifOf } from '../../../support/exif-builder'
import { findingsIn, xmp } from '../../../support/findings-in'
import { PHONE_TEXTS, type PhoneTexts } from '../../../support/phone-texts'

interface Photo {
  readonly phone: PhoneTexts
  readonly model: string
  readonly software: string
  readonly description: string
  readonly comment: string
}

const PHOTOS: readonly Photo[] = PHONE_TEXTS.flatMap((phone) =>
  phone.models.flatMap((model) =>
    phone.software.flatMap((software) =>
      phone.descriptions.flatMap((description) =>
        phone.comments.map((comment) => ({ phone, model, software, description, comment })),
      ),
    ),
  ),
)

function findingsOf({ phone, model, software, description, comment }: Photo): Promise<Finding[]> {
  const text = (tag: number, value: string): ExifTag => [tag, 'ascii', `${value}\0`]
  const ifd0 = [
    text(0x010e, description),
    text(0x010f, phone.make),
    text(0x0110, model),
    text(0x0131, software),
    ...(phone.more ?? []).map(([tag, value]) => text(tag, value)),
  ]
  const exif: ExifTag[] = [[0x9286, 'undefined', `ASCII\0\0\0${comment}`]]
  const packet = xmp('', `xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmp:CreatorTool="${software}" ${phone.xmp ?? ''}`)
  return findingsIn([
    { type: 'exif', bytes: exifOf({ ifd0: ifd0.sort(([a], [b]) => a - b), exif }) },
    { type: 'xmp', bytes: packet },
  ])
}

const falseAlarms = (findings: readonly Finding[]) =>
  findings.filter(({ kind }) => kind === 'people' || kind === 'words')

describe('what phones write by themselves', () => {
  it('is neither somebody nor something written, in more than a thousand photos', async () => {
    const alarms: string[] = []
    for (const photo of PHOTOS)
      for (const finding of falseAlarms(await findingsOf(photo)))
        alarms.push(`${photo.phone.make} ${photo.model}: ${JSON.stringify(finding)}`)
    console.info(`${PHOTOS.length} photos as phones write them: ${alarms.length} of people and words`)
    expect(PHOTOS.length).toBeGreaterThanOrEqual(1000)
    expect([...new Set(alarms)]).toEqual([])
  })

  it('hides nothing that a person wrote in the same fields', async () => {
    for (const phone of PHONE_TEXTS) {
      const [model = '', software = ''] = [phone.models[0], phone.software[0]]
      const photo = { phone, model, software, description: 'Lina at the lake', comment: 'by Odile' }
      expect(falseAlarms(await findingsOf(photo)), phone.make).toHaveLength(2)
    }
  })

  it('is no program that somebody used either', async () => {
    const programs = new Set<string>()
    for (const photo of PHOTOS)
      for (const finding of await findingsOf(photo))
        if (finding.kind === 'history') for (const name of finding.software) programs.add(name)
    expect([...programs]).toEqual([])
  })
})
