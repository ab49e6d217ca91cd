import { concat, u32be } from '../../../src/formats/core/bytes'
import { boxOf, type FilmRecipe, filmOf, fullBox, type TrackRecipe, u16be, userBox } from '../box-bytes'
import type { Recipe } from '../generated'
import { tagged } from '../tagged'
import { SIZE, samples } from './frames'
import { xmpOf } from './metadata-blocks'

/** QuickTime's uncompressed frames, which every decoder knows: visual sample entry with width, height, 72 dpi, 24 bits. */
const FRAME_FIELDS = concat(
  new Uint8Array(16),
  u16be(SIZE.width),
  u16be(SIZE.height),
  u32be(72 << 16),
  u32be(72 << 16),
  u32be(0),
  u16be(1),
  new Uint8Array(32).fill(0x4f),
  u16be(24),
  u16be(0xffff),
)
export const VIDEO: TrackRecipe = {
  handler: 'vide',
  codec: 'raw ',
  entryFields: FRAME_FIELDS,
  samples: [0, 1, 2, 3].map((seed) => samples(3, seed)),
}

/** Uncompressed sound, 16 bits, one channel, 8 kHz; each chunk is told as one sample, so its size is. */
const SOUND_FIELDS = concat(new Uint8Array(8), u16be(1), u16be(16), new Uint8Array(4), u32be(8000 << 16))
export const SOUND: TrackRecipe = {
  handler: 'soun',
  codec: 'sowt',
  entryFields: SOUND_FIELDS,
  samples: [samples(3, 7).subarray(0, 640), samples(3, 8).subarray(0, 640)],
}

const QUICKTIME = [
  '-QuickTime:CreateDate=2025:06:14 15:42:10',
  '-QuickTime:TrackCreateDate=2025:06:14 15:42:10',
  '-Keys:GPSCoordinates=45.7772, 4.8552, 190',
  '-Keys:Make=Fabrikam',
  '-Keys:Model=Pocket 9',
  '-Keys:Author=Odile Marchetti',
  '-UserData:GPSCoordinates=45.7772, 4.8552, 190',
  '-UserData:Title=Lina at the lake',
  '-ItemList:Comment=Birthday of Lina',
  '-ItemList:Artist=Odile Marchetti',
  '-XMP:City=Villeurbanne',
  '-XMP:Creator=Odile Marchetti',
]

const film = (name: string, extension: 'mov' | 'mp4', recipe: FilmRecipe): Recipe => ({
  name: `${extension}, ${name}`,
  format: 'mp4',
  make: async () => tagged(filmOf({ brand: extension === 'mov' ? 'qt  ' : 'isom', ...recipe }), extension, QUICKTIME),
})

/** Telemetry tracks of action cameras and of Live Photos, interleaved with frames. */
export const GPMD: TrackRecipe = {
  handler: 'meta',
  codec: 'gpmd',
  samples: ['DEVC Odile Marchetti', '45.7772,4.8552 Villeurbanne'],
}
export const MEBX: TrackRecipe = { handler: 'meta', codec: 'mebx', samples: ['+45.7772+004.8552/ Villeurbanne'] }
const CAMM: TrackRecipe = { handler: 'camm', codec: 'camm', samples: ['position Villeurbanne'] }
const TEXT: TrackRecipe = { handler: 'sbtl', codec: 'tx3g', samples: ['GPS(4.8552,45.7772) Villeurbanne'] }
const BEFORE_THE_CUT: TrackRecipe = { ...VIDEO, flags: 0, samples: [samples(3, 99)] }

/** A film in two fragments of two frames each, with telemetry, an XMP box and the time of recording between them. */
async function inFragments(): Promise<Uint8Array<ArrayBuffer>> {
  const size = SIZE.width * SIZE.height * 3
  const trex = (id: number) => fullBox('trex', 0, 0, u32be(id), u32be(1), u32be(40), u32be(size), u32be(0))
  const head = filmOf({
    brand: 'iso5',
    tracks: [
      { ...VIDEO, samples: [] },
      { ...GPMD, samples: [] },
    ],
    inMoov: [boxOf('mvex', trex(1), trex(2))],
  })
  const fragment = (number: number) => {
    const build = (length: number) => {
      const traf = (id: number, ...rest: Uint8Array[]) => boxOf('traf', fullBox('tfhd', 0, 0x20000, u32be(id)), ...rest)
      const time = fullBox('tfdt', 0, 0, u32be(number * 80))
      const frames = fullBox('trun', 0, 1, u32be(2), u32be(length + 8))
      const telemetry = fullBox('trun', 0, 0x201, u32be(1), u32be(length + 8 + 2 * size), u32be(12))
      return boxOf('moof', fullBox('mfhd', 0, 0, u32be(number + 1)), traf(1, time, frames), traf(2, time, telemetry))
    }
    const frames = [samples(3, 2 * number), samples(3, 2 * number + 1)]
    return concat(build(build(0).length), boxOf('mdat', ...frames, 'Villeurbanne', 'Odile'))
  }
  const xmp = userBox('be7acfcb97a942e89c71999491e3afac', await xmpOf())
  const recorded = fullBox('prft', 1, 0, u32be(1), u32be(3_900_000_000), u32be(0), new Uint8Array(8))
  return concat(head, xmp, recorded, fragment(0), recorded, fragment(1))
}

export const MP4: readonly Recipe[] = [
  film('with everything', 'mov', { tracks: [VIDEO, SOUND] }),
  film('with everything', 'mp4', { tracks: [VIDEO, SOUND] }),
  film('with telemetry, subtitles and everything', 'mov', { tracks: [VIDEO, GPMD, SOUND, MEBX, CAMM, TEXT] }),
  film('with the film before the cut', 'mov', { tracks: [VIDEO, BEFORE_THE_CUT] }),
  film('with bytes around the samples', 'mp4', { tracks: [VIDEO], before: 'Odile Marchetti', behind: 'Villeurbanne' }),
  film('with 64-bit offsets', 'mp4', { tracks: [{ ...VIDEO, wideOffsets: true }] }),
  { name: 'mp4 in fragments', format: 'mp4', make: inFragments },
]
