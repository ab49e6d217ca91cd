import { statSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { FORMATS } from '../../src/formats'
import { Malformed } from '../../src/formats/core/malformed'
import type { FormatName } from '../../src/formats/format-facts'
import { PHOTOS, type Photo } from '../support/corpus'
import { closeExifTool } from '../support/exiftool'
import {
  avifFramesOf,
  framesOf,
  heifPicturesOf,
  isInstalled,
  jpegJsPixelsOf,
  magickFramesOf,
  SECOND_TOOLS,
  type SecondTool,
} from '../support/second-tools'
import { cleanedOf } from '../support/taken-apart'

afterAll(closeExifTool)

/** What a program that is not ours decodes from a file before and after cleaning; null when it does not decode the original. */
async function decoded(
  photo: Photo,
  decode: (bytes: Uint8Array) => string,
): Promise<{ before: string; after: string } | null> {
  const format = FORMATS.find(({ name }) => name === photo.format)
  if (!format) throw new Error(`no format ${photo.format}`)
  const bytes = await photo.bytes()
  try {
    const cleaned = await cleanedOf(format, bytes)
    const [before, after] = [decode(bytes), decode(cleaned.bytes)]
    return before === '' ? null : { before, after }
  } catch (error) {
    if (error instanceof Malformed) return null
    throw error
  }
}

interface Case {
  readonly tool: SecondTool
  readonly format: FormatName
  readonly what: string
  readonly decode: (bytes: Uint8Array) => string
  /** So many files must have been decoded. */
  readonly least: number
  /** Cleaning takes whole pictures out of such files; those that are left must be among those that were there. */
  readonly someGo?: boolean
}

const CASES: readonly Case[] = [
  { tool: 'ffmpeg', format: 'mp4', what: 'frames, sound and their times of films', decode: framesOf, least: 6 },
  {
    tool: 'ffmpeg',
    format: 'webm',
    what: 'frames, sound and their times of Matroska films',
    decode: framesOf,
    least: 2,
  },
  { tool: 'avifdec', format: 'avif', what: 'frames of AVIF pictures and sequences', decode: avifFramesOf, least: 3 },
  {
    tool: 'heif-convert',
    format: 'heif',
    what: 'pictures of HEIC, of which some go',
    decode: heifPicturesOf,
    least: 3,
    someGo: true,
  },
  { tool: 'convert', format: 'tiff', what: 'the first page of TIFF', decode: magickFramesOf('tiff'), least: 3 },
  { tool: 'convert', format: 'png', what: 'PNG, the way up in texts too', decode: magickFramesOf('png'), least: 3 },
  { tool: 'convert', format: 'gif', what: 'frames of GIF', decode: magickFramesOf('gif'), least: 3 },
]

describe.each<Case>(CASES)('$what, decoded by $tool', ({ tool, format, decode, least, someGo }) => {
  const photos = PHOTOS.filter((photo) => photo.format === format && (tool !== 'convert' || isSmall(photo)))
  const isThere = isInstalled(tool)
  if (!isThere) console.info(`${photos.length} files not compared: ${tool} is missing (Debian: ${SECOND_TOOLS[tool]})`)

  it.skipIf(!isThere)('are the same before and after cleaning', async () => {
    let compared = 0
    const changed: string[] = []
    for (const photo of photos) {
      const both = await decoded(photo, decode)
      if (!both) continue
      compared++
      const before = new Set(someGo ? both.before.split('\n') : [both.before])
      const after = someGo ? both.after.split('\n') : [both.after]
      if (!after.every((picture) => before.has(picture))) changed.push(photo.name)
    }
    console.info(`${tool}: ${compared} of ${photos.length} files compared`)
    expect(changed).toEqual([])
    expect(compared).toBeGreaterThanOrEqual(least)
  })
})

describe('pixels of small JPEGs, decoded by jpeg-js', () => {
  it('are the same before and after cleaning', async () => {
    const photos = PHOTOS.filter((photo) => photo.format === 'jpeg' && isSmall(photo, MAX_JPEG_BYTES))
    const changed: string[] = []
    let compared = 0
    for (const photo of photos) {
      const both = await decoded(photo, jpegJsPixelsOf)
      if (!both) continue
      compared++
      if (both.before !== both.after) changed.push(photo.name)
    }
    console.info(`jpeg-js: ${compared} of ${photos.length} files compared`)
    expect(changed).toEqual([])
    expect(compared).toBeGreaterThanOrEqual(5)
  })
})

/** What takes long to decode is compared by the laws, with another decoder. */
const MAX_BYTES = 1024 * 1024
const MAX_JPEG_BYTES = 24 * 1024

function isSmall({ path }: Photo, most = MAX_BYTES): boolean {
  return path === undefined || statSync(path).size <= most
}
