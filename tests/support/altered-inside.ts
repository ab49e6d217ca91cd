import { clean } from '../../src/clean/clean'
import { fresh, join } from '../../src/formats/core/part'
import { jpeg } from '../../src/formats/jpeg/jpeg'
import { picturesIn } from '../../src/formats/jpeg/picture'
import type { Orientation } from '../../src/formats/metadata/exif-block'
import { mcuMask } from '../../src/pictures/hide/jpeg/cover-frame'
import { readCoefficients } from '../../src/pictures/hide/jpeg/read-frame'
import { writeFrame } from '../../src/pictures/hide/jpeg/write-frame'
import type { Region } from '../../src/pictures/hide/region'
import { inMemory } from './in-memory'

const CODING = /^(?:SOF\d+|DHT|DAC|DRI|SOS|entropy-coded data|DNL|EOI)$/

/**
 * Returns another JPEG that differs in the MCUs of the regions only: every coefficient there is another one, or every one but
 * the means. Null for a file of several pictures.
 */
export async function alteredInside(
  bytes: Uint8Array<ArrayBuffer>,
  regions: readonly Region[],
  orientation: Orientation,
  what: 'all' | 'all but means',
): Promise<Uint8Array<ArrayBuffer> | null> {
  const { parts } = await clean(await jpeg.split(inMemory(bytes)), jpeg)
  const cleaned = new Uint8Array(await new Blob(join(parts)).arrayBuffer())
  const pictures = picturesIn(await jpeg.split(inMemory(cleaned)))
  const [only] = pictures
  if (!only || pictures.length > 1) return null
  const { frame, quantization } = readCoefficients(cleaned)
  const { regionOf, columns, rows } = mcuMask(frame, orientation, regions)
  let state = 11
  for (const { horizontal, vertical, stride, coefficients } of frame.components)
    for (let row = 0; row < rows * vertical; row++)
      for (let column = 0; column < columns * horizontal; column++) {
        if (!regionOf[Math.floor(row / vertical) * columns + Math.floor(column / horizontal)]) continue
        for (let k = what === 'all' ? 0 : 1; k < 64; k++) {
          state = (state * 48271) % 2147483647
          coefficients[(row * stride + column) * 64 + k] = (state % 15) - 7
        }
      }
  const extended = [...quantization.values()].some((table) => table.some((factor) => factor > 255))
  const { segments, data } = writeFrame(frame, extended)
  const { sof, dht, sos } = segments
  const kept = only.parts.filter(({ name }) => !CODING.test(name))
  const coded = [sof, dht, sos, data, Uint8Array.of(0xff, 0xd9)].map((piece, at) => fresh(`altered ${at}`, piece))
  return new Uint8Array(await new Blob(join([...kept, ...coded])).arrayBuffer())
}
