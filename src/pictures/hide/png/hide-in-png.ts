import { mayStay } from '../../../clean/clean'
import { concat, latin1Bytes, u32be } from '../../../formats/core/bytes'
import { crc32 } from '../../../formats/core/crc32'
import { fresh, type Part } from '../../../formats/core/part'
import type { Source } from '../../../formats/core/source'
import { deflate, inflate } from '../../../formats/core/zlib'
import { png } from '../../../formats/png/png'
import type { Colour } from '../colour'
import type { HiddenParts } from '../jpeg/hide-in-jpeg'
import { maskOf } from '../mask'
import { type Change, type HideOrder, NotThisWay } from '../order'
import { forHidden, painterFor } from '../painter'
import { channelsOf, filteredBytes, filterRows, type Header, type Raster, readHeader, readRaster } from './raster'

/** Chunks that say how the colours are meant, and nothing of which pixels there are; PNG, 3rd edition, §11.3. */
const KEPT = new Set(['iCCP', 'gAMA', 'cHRM', 'sRGB', 'cICP', 'mDCV', 'mDCv', 'cLLI', 'cLLi', 'pHYs'])

/** Length and type in front of a chunk's data, CRC behind it. */
const HEAD_BYTES = 8
const CRC_BYTES = 4

/**
 * Covers the regions in a cleaned PNG; every other pixel stays exactly what it was. Palettes become colours, because a
 * palette tells which colours were hidden; an animation becomes its first picture.
 * @throws {NotThisWay} when the picture cannot be taken apart here.
 */
export async function hideInPng(source: Source, order: HideOrder, random?: () => number): Promise<HiddenParts> {
  const parts = await png.split(source)
  const names = parts.map(({ name }) => name)
  if (names.includes('CgBI') || names.includes('eXIf orientation')) throw new NotThisWay('turned, or made for apps')
  // Browsers show the first picture of the animation, which here is another than the one for everybody else.
  if (names.includes('acTL') && !names.slice(0, names.indexOf('IDAT')).includes('fcTL'))
    throw new NotThisWay('other picture')
  const header = readHeader(await dataOf(parts, 'IHDR'))
  if (header.width !== order.width || header.height !== order.height) throw new NotThisWay('another size')
  const raster = readRaster(header, await inflated(parts, header), await paletteOf(parts, header))
  const colourKey = header.colourType === 3 ? new Uint8Array(0) : await dataOf(parts, 'tRNS')
  coverRaster(raster, order, keyOf(colourKey, header, raster), random)
  const changes: Change[] = names.includes('acTL') ? ['still'] : []
  const chunks = [
    ...(await keptParts(parts)),
    ...(colourKey.length > 0 ? [chunk('tRNS', rescaledKey(colourKey, header))] : []),
    chunk('IDAT', await deflate(filterRows(raster))),
    chunk('IEND', new Uint8Array(0)),
  ]
  const [signature] = parts
  if (!signature) throw new NotThisWay('no signature')
  return { parts: [signature, chunk('IHDR', headerOf(raster)), ...chunks], changes }
}

async function keptParts(parts: readonly Part[]): Promise<Part[]> {
  const kept: Part[] = []
  for (const part of parts) if (KEPT.has(part.name) && (await mayStay(part, png))) kept.push(part)
  return kept
}

/** The data of all chunks of a type, put together; empty when there is none. A part may be a run of several chunks. */
async function dataOf(parts: readonly Part[], type: string): Promise<Uint8Array<ArrayBuffer>> {
  const all: Uint8Array[] = []
  for (const part of parts) {
    if (part.name !== type || part.content.kind !== 'slice') continue
    const { source, start, end } = part.content
    const run = await source.read(start, end)
    const view = new DataView(run.buffer, run.byteOffset, run.length)
    for (let at = 0; at + HEAD_BYTES <= run.length; ) {
      const dataEnd = at + HEAD_BYTES + view.getUint32(at)
      all.push(run.subarray(at + HEAD_BYTES, dataEnd))
      at = dataEnd + CRC_BYTES
    }
  }
  return concat(...all)
}

async function inflated(parts: readonly Part[], header: Header): Promise<Uint8Array> {
  const bytes = filteredBytes(header)
  const filtered = await inflate(await dataOf(parts, 'IDAT'), bytes + 1024).catch(() => null)
  if (!filtered || filtered.length < bytes) throw new NotThisWay('cut data')
  return filtered
}

async function paletteOf(parts: readonly Part[], { colourType }: Header) {
  if (colourType !== 3) return null
  return { colours: await dataOf(parts, 'PLTE'), alpha: await dataOf(parts, 'tRNS') }
}

/** The colour that stands for see-through, in samples of the raster; §11.3.1.1. */
function keyOf(key: Uint8Array, header: Header, { depth }: Raster): number[] | null {
  const scaled = rescaledKey(key, header)
  if (scaled.length === 0) return null
  return Array.from({ length: scaled.length / 2 }, (_, at) =>
    depth === 16 ? ((scaled[at * 2] ?? 0) << 8) | (scaled[at * 2 + 1] ?? 0) : (scaled[at * 2 + 1] ?? 0),
  )
}

/** A grey key counts in the picture's own bits, which become eight. */
function rescaledKey(key: Uint8Array, { depth }: Header): Uint8Array {
  if (depth >= 8 || key.length !== 2) return key
  return Uint8Array.of(0, (((key[1] ?? 0) & ((1 << depth) - 1)) * 255) / ((1 << depth) - 1))
}

function coverRaster(raster: Raster, order: HideOrder, key: readonly number[] | null, random?: () => number): void {
  const { width, height, depth, colourType, samples } = raster
  const channels = channelsOf(colourType)
  const colours = colourType === 0 || colourType === 4 ? 1 : 3
  const wide = depth === 16
  const pixelBytes = channels * (wide ? 2 : 1)
  const mask = maskOf({ width, height }, 1, { width: 1, height: 1 }, order.regions)
  const painter = painterFor(order.style, order.regions, random)
  const sample = (at: number, channel: number) => samples[at + channel * (wide ? 2 : 1)] ?? 0
  if (painter.looks) {
    forHidden(mask, ({ x, y }, region) => {
      const at = (y * width + x) * pixelBytes
      const colour: Colour =
        colours === 1 ? [sample(at, 0), sample(at, 0), sample(at, 0)] : [sample(at, 0), sample(at, 1), sample(at, 2)]
      painter.look(region, x + 0.5, y + 0.5, colour)
    })
  }
  const paints = painter.paints()
  forHidden(mask, ({ x, y }, region) => {
    const paint = paints[region]
    if (!paint) throw new Error('no such region')
    const [red, green, blue] = paint(x + 0.5, y + 0.5)
    const values =
      colours === 1 ? [Math.round(0.299 * red + 0.587 * green + 0.114 * blue)] : [red, green, blue].map(Math.round)
    const full = values.map((value) => (wide ? value * 257 : value))
    // A cover must not be the colour that stands for see-through.
    if (key && full.every((value, channel) => value === key[channel])) full[0] = (full[0] ?? 0) ^ 1
    if (channels > colours) full.push(wide ? 0xffff : 0xff)
    const at = (y * width + x) * pixelBytes
    for (const [channel, value] of full.entries()) {
      if (wide) {
        samples[at + channel * 2] = value >> 8
        samples[at + channel * 2 + 1] = value & 255
      } else samples[at + channel] = value
    }
  })
}

function headerOf({ width, height, depth, colourType }: Raster): Uint8Array<ArrayBuffer> {
  return concat(u32be(width), u32be(height), Uint8Array.of(depth, colourType, 0, 0, 0))
}

function chunk(type: string, data: Uint8Array): Part {
  const body = concat(latin1Bytes(type), data)
  return fresh(type, concat(u32be(data.length), body, u32be(crc32(body))))
}
