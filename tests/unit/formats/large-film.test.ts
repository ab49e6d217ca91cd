import { closeSync, ftruncateSync, mkdtempSync, openAsBlob, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join as joinPath } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { clean } from '../../../src/clean/clean'
import { prove } from '../../../src/clean/prove'
import { concat, latin1Bytes, u32be } from '../../../src/formats/bytes'
import { mp4 } from '../../../src/formats/mp4'
import { join, lengthOf } from '../../../src/formats/part'
import { sourceOf } from '../../../src/formats/source'
import { boxOf, ftyp, fullBox, mvhd, numbers, trak, u64be } from '../../support/box-bytes'

const MIB = 1024 * 1024
/** Twenty minutes: per second, 30 frames and 47 pieces of sound in chunks of their own, and one piece of telemetry. */
const SECONDS = 1200
const [FRAME, SOUND, TELEMETRY] = [59_000, 340, 6_000]

/** A film as an action camera writes it: `moov` behind two gigabytes of `mdat`, which is a hole in the file. */
function writeFilm(path: string): void {
  const places = { frames: [] as number[], sound: [] as number[], telemetry: [] as number[] }
  let at = ftyp('mp41').length + 16
  const put = (where: number[], bytes: number) => {
    where.push(at)
    at += bytes
  }
  for (let second = 0; second < SECONDS; second++) {
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
    boxOf('udta', boxOf('\xa9xyz', '+45.7772+004.8552/')),
  )
  const file = openSync(path, 'w')
  ftruncateSync(file, end + moov.length)
  writeSync(file, concat(ftyp('mp41'), mdat))
  writeSync(file, latin1Bytes('+45.7772+004.8552/'), 0, 18, places.telemetry[700] ?? 0)
  writeSync(file, moov, 0, moov.length, end)
  closeSync(file)
}

/** Bytes that are read from a Blob and from slices of it, not those that are only referred to. */
function counted(blob: Blob): { blob: Blob; bytesRead: () => number } {
  let bytes = 0
  const slice = blob.slice.bind(blob)
  blob.slice = (start?: number, end?: number) => {
    const piece = slice(start, end)
    const read = piece.arrayBuffer.bind(piece)
    piece.arrayBuffer = () => {
      bytes += piece.size
      return read()
    }
    return piece
  }
  return { blob, bytesRead: () => bytes }
}

/** The most memory that the process had so far, in bytes. */
const peak = () => process.resourceUsage().maxRSS * 1024

describe('a film of two gigabytes', () => {
  const folder = mkdtempSync(joinPath(tmpdir(), 'pausephoto-large-'))
  const path = joinPath(folder, 'film.mp4')

  beforeAll(() => writeFilm(path))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('is cleaned and proved from its tables alone, in little memory', async () => {
    const { blob, bytesRead } = counted(await openAsBlob(path))
    const before = peak()
    const parts = await mp4.split(sourceOf(blob))
    const { parts: cleaned, removed } = await clean(parts, mp4)
    const copy = new Blob(join(cleaned))
    const read = bytesRead()
    const proof = await prove(copy, blob, mp4, async () => 'cannot-tell')
    const used = peak() - before

    expect(removed).toEqual(expect.arrayContaining(['mdat/gpmd', 'moov/trak (gpmd)', 'moov/udta']))
    expect(cleaned.reduce((sum, part) => sum + lengthOf(part), 0)).toBe(blob.size)
    expect(blob.size).toBeGreaterThan(2 * 1024 * MIB)
    expect(copy.size).toBe(blob.size)
    expect(proof).toEqual({ proved: true })
    expect(read).toBeLessThan(8 * MIB)
    expect(used).toBeLessThan(64 * MIB)
    console.info(
      `2 GiB: ${(read / MIB).toFixed(1)} MiB read, ${(used / MIB).toFixed(0)} MiB of memory, ${parts.length} parts`,
    )
  })
})
