import { closeSync, ftruncateSync, openSync, writeSync } from 'node:fs'
import { concat, latin1Bytes, u32be } from '../../src/formats/core/bytes'
import { boxOf, ftyp, fullBox, mvhd, numbers, trak, u64be } from './box-bytes'

/** Twenty minutes. */
const SECONDS = 1200
/** Per second, 30 frames and 47 pieces of sound in chunks of their own, and one piece of telemetry. */
const [FRAME, SOUND, TELEMETRY] = [59_000, 340, 6_000]

/**
 * A film as an action camera writes it: `moov` behind its `mdat`, two gigabytes in twenty minutes, which is a hole in the file. It takes no
 * room on the disk.
 */
export function writeLargeFilm(path: string, seconds = SECONDS): void {
  const places = { frames: [] as number[], sound: [] as number[], telemetry: [] as number[] }
  let at = ftyp('mp41').length + 16
  const put = (where: number[], bytes: number) => {
    where.push(at)
    at += bytes
  }
  for (let second = 0; second < seconds; second++) {
    for (let index = 0; index < 47; index++) {
      if (index < 30) put(places.frames, FRAME)
      put(places.sound, SOUND)
    }
    put(places.telemetry, TELEMETRY)
  }
  const end = at
  const mdat = concat(u32be(1), latin1Bytes('mdat'), u64be(end - ftyp('mp41').length))
  const sizes = (each: number, { length }: readonly number[]) =>
    fullBox('stsz', 0, 0, u32be(0), u32be(length), numbers(Array(length).fill(each), 4))
  const track = (id: number, handler: string, codec: string, each: number, offsets: readonly number[]) =>
    trak({ handler, codec, samples: [], sizes: sizes(each, offsets), wideOffsets: true }, id, offsets)
  const moov = boxOf(
    'moov',
    mvhd(),
    track(1, 'vide', 'avc1', FRAME, places.frames),
    track(2, 'soun', 'mp4a', SOUND, places.sound),
    track(3, 'meta', 'gpmd', TELEMETRY, places.telemetry),
    boxOf('udta', boxOf('\xa9xyz', concat(Uint8Array.of(0, 18, 0x15, 0xc7), latin1Bytes('+45.7772+004.8552/')))),
  )
  const file = openSync(path, 'w')
  ftruncateSync(file, end + moov.length)
  writeSync(file, concat(ftyp('mp41'), mdat))
  writeSync(file, latin1Bytes('+45.7772+004.8552/'), 0, 18, places.telemetry[Math.floor(seconds * 0.6)] ?? 0)
  writeSync(file, moov, 0, moov.length, end)
  closeSync(file)
}
