import { describe, expect, it } from 'vitest'
import { concat, latin1Bytes } from '../../../../src/formats/core/bytes'
import { Malformed } from '../../../../src/formats/core/malformed'
import { webm } from '../../../../src/formats/matroska/webm'
import {
  cluster,
  EBML,
  element,
  info,
  openElement,
  simpleBlock,
  tags,
  track,
  uint,
  VIDEO,
  webmOf,
} from '../../../support/matroska-bytes'
import { blockText, cleanedOf, namesOf, partsOf } from '../../../support/taken-apart'

const FRAMES = cluster(simpleBlock(1, 'FRAME-1'), simpleBlock(1, 'FRAME-2'))
const textOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')

/** A film, cleaned; what is left must be nothing but what may stay, and lie where it lay. */
async function cleanedText(film: Uint8Array): Promise<string> {
  const { bytes } = await cleanedOf(webm, film)
  expect((await cleanedOf(webm, bytes)).removed).toEqual([])
  for (const frame of ['FRAME-1', 'FRAME-2']) expect(textOf(bytes).indexOf(frame)).toBe(textOf(film).indexOf(frame))
  return textOf(bytes)
}

describe('webm', () => {
  it.each([
    ['WebM', EBML, true],
    ['text', latin1Bytes('Lina'), false],
    ['nothing', new Uint8Array(), false],
  ])('recognises %s', (_, head, expected) => {
    expect(webm.recognises(head.subarray(0, 64))).toBe(expected)
  })

  it.each([
    ['tags', webmOf(FRAMES, tags(['LOCATION', 'Lina +45.7640+004.8357/']))],
    ['a title', concat(EBML, element(0x18538067, info(element(0x7ba9, 'Lina')), element(0x1654ae6b, VIDEO), FRAMES))],
    ['a track’s name', webmWith(VIDEO, track(2, 2, 'A_OPUS', element(0x536e, 'Lina')))],
    ['an element of a track that nobody knows', webmWith(VIDEO, track(2, 2, 'A_OPUS', element(0x4fff, 'Lina')))],
    ['a number longer than numbers are', webmWith(VIDEO, track(2, 2, 'A_OPUS', element(0x23e383, 'Lina at lake')))],
    [
      'chapters',
      webmOf(element(0x1043a770, element(0x45b9, element(0xb6, element(0x80, element(0x85, 'Lina'))))), FRAMES),
    ],
    [
      'attached files',
      webmOf(element(0x1941a469, element(0x61a7, element(0x466e, 'Lina.txt'), element(0x465c, 'Lina'))), FRAMES),
    ],
    ['empty space that is not empty', webmOf(element(0xec, 'Lina'), FRAMES)],
    ['an element nobody knows', webmOf(FRAMES, element(0x4fff, 'Lina'))],
    [
      'an element nobody knows among the frames',
      webmOf(cluster(simpleBlock(1, 'FRAME-1'), element(0xaf, 'Lina'), simpleBlock(1, 'FRAME-2'))),
    ],
    [
      'one beside a frame',
      webmOf(
        cluster(element(0xa0, element(0xa1, '\x81\0\0\0FRAME-1'), element(0xa2, 'Lina')), simpleBlock(1, 'FRAME-2')),
      ),
    ],
    [
      'subtitles',
      webmWith(
        VIDEO,
        track(2, 17, 'S_TEXT/UTF8'),
        cluster(simpleBlock(1, 'FRAME-1'), simpleBlock(2, 'Lina'), simpleBlock(1, 'FRAME-2')),
      ),
    ],
    ['what follows the segment', concat(webmOf(FRAMES), latin1Bytes('Lina'))],
    ['a second segment', concat(webmOf(FRAMES), element(0x18538067, tags(['ARTIST', 'Lina'])))],
  ])('blanks %s, and who wrote it', async (_, film) => {
    expect(textOf(film)).toMatch(/Lina[^ ]|Lina at|Lina \+/)
    const text = await cleanedText(film)
    expect(text).not.toMatch(/Lina|RANDOM/)
    expect(text).toContain('V_VP8')
  })

  it('takes recordings whose clusters have no size, and one that was broken off', async () => {
    const open = concat(
      EBML,
      openElement(
        0x18538067,
        info(),
        element(0x1654ae6b, VIDEO),
        openElement(0x1f43b675, uint(0xe7, 0), simpleBlock(1, 'FRAME-1')),
        openElement(0x1f43b675, uint(0xe7, 40), simpleBlock(1, 'FRAME-2')),
        tags(['ARTIST', 'Lina']),
      ),
    )
    const text = await cleanedText(open)
    expect(text).not.toContain('Lina')
    const cut = concat(
      webmOf(cluster(simpleBlock(1, 'FRAME-1'), simpleBlock(1, 'FRAME-2'), simpleBlock(1, 'x'.repeat(50)))),
    )
    expect(await cleanedText(cut.subarray(0, -20))).not.toContain('xxx')
  })

  it('does not let the head of the file point to what goes', async () => {
    const seek = (id: number[], at: number) => element(0x4dbb, element(0x53ab, Uint8Array.from(id)), uint(0x53ac, at))
    const film = webmOf(
      element(0x114d9b74, seek([0x12, 0x54, 0xc3, 0x67], 9), seek([0x1c, 0x53, 0xbb, 0x6b], 5)),
      FRAMES,
    )
    const text = await cleanedText(film)
    expect(text).not.toContain('\x12\x54\xc3\x67')
    expect(text).toContain('\x1c\x53\xbb\x6b')
  })

  it('gives each track its number for a name that no other film has', async () => {
    const { bytes } = await cleanedOf(webm, webmOf(FRAMES))
    expect(textOf(bytes)).toContain('\x73\xc5\x01\0\0\0\0\0\0\x08\0\0\0\0\0\0\0\x01')
  })

  it('points at tags under their names, at chapters, subtitles, attached pictures and the date', async () => {
    const film = concat(
      EBML,
      element(
        0x18538067,
        info(element(0x4461, Uint8Array.of(10, 0, 0, 0, 0, 0, 0, 1))),
        element(0x1654ae6b, VIDEO, track(2, 17, 'S_TEXT/UTF8')),
        cluster(simpleBlock(1, 'FRAME'), simpleBlock(2, 'WORDS')),
        tags(['LOCATION', 'PLACE'], ['DURATION', '00:00:01'], ['ARTIST', 'WHO']),
        element(0x1043a770, element(0x45b9, element(0xb6, element(0x80, element(0x85, 'TITLE'))))),
        element(
          0x1941a469,
          element(0x61a7, element(0x466e, 'NAME'), element(0x4660, 'image/png'), element(0x465c, 'PNG')),
        ),
      ),
    )
    const told: [string, string | undefined, string][] = []
    for (const part of await partsOf(webm, film))
      if (part.block) told.push([part.block.type, part.block.label, await blockText(part)])
    expect(told).toEqual([
      ['text', 'MuxingApp', 'Muxer of Lina'],
      ['text', 'WritingApp', 'App of Lina'],
      ['time-2001', 'DateUTC', '\n\0\0\0\0\0\0\x01'],
      ['text', 'subtitles', 'WORDS'],
      ['text', 'LOCATION', 'PLACE'],
      ['text', 'ARTIST', 'WHO'],
      ['text', 'chapters', 'TITLE'],
      ['text', 'attachment', 'NAME'],
      ['picture', 'preview', 'PNG'],
    ])
  })

  it('makes one part of all frames, however many', async () => {
    const many = Array.from({ length: 40_000 }, (_, index) => simpleBlock(1, `F${index}`))
    const names = await namesOf(webm, webmOf(cluster(...many), FRAMES))
    expect(names.filter((name) => name === 'Cluster')).toHaveLength(1)
  })

  it.each([
    ['no tracks', concat(EBML, element(0x18538067, info()))],
    ['frames in front of the tracks', concat(EBML, element(0x18538067, FRAMES, element(0x1654ae6b, VIDEO)))],
    ['two lists of tracks', webmOf(element(0x1654ae6b, VIDEO))],
    ['no segment', concat(EBML, FRAMES)],
    ['a track without a number', webmWith(element(0xae, uint(0x83, 1)))],
    ['tracks cut short', webmOf(FRAMES).subarray(0, 150)],
    [
      'a child longer than what holds it',
      webmWith(element(0xae, uint(0xd7, 1), uint(0x83, 1), latin1Bytes('\x86\x8aV'))),
    ],
  ])('refuses %s', async (_, film) => {
    await expect(partsOf(webm, film)).rejects.toThrow(Malformed)
  })
})

/** A film of these tracks; clusters among them lie behind, or the usual frames. */
function webmWith(...list: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const clusters = list.filter((bytes) => bytes[0] === 0x1f)
  const tracks = element(0x1654ae6b, ...list.filter((bytes) => bytes[0] !== 0x1f))
  return concat(EBML, element(0x18538067, info(), tracks, ...(clusters.length > 0 ? clusters : [FRAMES])))
}
