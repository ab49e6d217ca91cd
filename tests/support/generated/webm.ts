import { concat, latin1Bytes } from '../../../src/formats/core/bytes'
import type { Recipe } from '../generated'
import { EBML, element, info, openElement, simpleBlock, tags, track, uint } from '../matroska-bytes'
import { SIZE, samples } from './frames'

/** Uncompressed frames, which every decoder knows: as many bytes as 4:2:0 takes. */
const frame = (seed: number) => samples(3, seed).subarray(0, (SIZE.width * SIZE.height * 3) / 2)
const PICTURE = track(
  1,
  1,
  'V_UNCOMPRESSED',
  uint(0x23e383, 40_000_000),
  element(0x536e, 'Odile Marchetti'),
  element(0xe0, uint(0xb0, SIZE.width), uint(0xba, SIZE.height), element(0x2eb524, 'I420')),
)
const float = (id: number, value: number) => {
  const bytes = new Uint8Array(8)
  new DataView(bytes.buffer).setFloat64(0, value)
  return element(id, bytes)
}
const SOUND = track(2, 2, 'A_PCM/INT/LIT', element(0xe1, float(0xb5, 8000), uint(0x9f, 1), uint(0x6264, 16)))
const TEXT = track(3, 17, 'S_TEXT/UTF8')

const INFO = info(
  element(0x7ba9, 'Lina at the lake'),
  element(0x4461, Uint8Array.of(10, 177, 54, 31, 110, 0, 0, 0)),
  float(0x4489, 160),
)
const TAGS = tags(
  ['LOCATION', '+45.7772+004.8552/'],
  ['ARTIST', 'Odile Marchetti'],
  ['COMMENT', 'Birthday of Lina'],
  ['DATE_RECORDED', '2025-06-14 15:42:10'],
)
const ATTACHMENTS = element(
  0x1941a469,
  element(
    0x61a7,
    element(0x466e, 'Odile Marchetti.txt'),
    element(0x4660, 'text/plain'),
    element(0x465c, 'Villeurbanne'),
    uint(0x46ae, 5),
  ),
)
const CHAPTERS = element(
  0x1043a770,
  element(0x45b9, element(0xb6, uint(0x73c4, 1), uint(0x91, 0), element(0x80, element(0x85, 'Villeurbanne')))),
)

const at = (time: number, ...blocks: readonly Uint8Array[]) => [uint(0xe7, time), ...blocks] as const
const CLUSTERS = [0, 40, 80, 120].map((time, index) =>
  at(
    time,
    simpleBlock(1, frame(index)),
    simpleBlock(2, samples(3, 7 + index).subarray(0, 640)),
    element(
      0xa0,
      element(0xa1, concat(Uint8Array.of(0x83, 0, 0, 0), latin1Bytes('Lina, Villeurbanne'))),
      uint(0x9b, 40),
    ),
  ),
)
const CLUSTER = 0x1f43b675

export const WEBM: readonly Recipe[] = [
  {
    name: 'mkv, with everything',
    format: 'webm',
    make: async () =>
      concat(
        EBML,
        element(
          0x18538067,
          INFO,
          element(0x1654ae6b, PICTURE, SOUND, TEXT),
          TAGS,
          ...CLUSTERS.map((blocks) => element(CLUSTER, ...blocks)),
          CHAPTERS,
          ATTACHMENTS,
        ),
      ),
  },
  {
    name: 'webm, recorded by a browser, without lengths',
    format: 'webm',
    make: async () =>
      concat(
        EBML,
        openElement(
          0x18538067,
          INFO,
          element(0x1654ae6b, PICTURE, SOUND, TEXT),
          ...CLUSTERS.map((blocks) => openElement(CLUSTER, ...blocks)),
          TAGS,
        ),
      ),
  },
]
