import { type Component, type Frame, NotEditable } from './frame'
import { codesFor, type HuffmanCodes } from './huffman-codes'

/** Codes of DC and AC values for lightness, or all there is, and for the colours. */
type Tables = readonly { readonly dc: HuffmanCodes; readonly ac: HuffmanCodes }[]

/**
 * Writes a frame as sequential JPEG: frame header, Huffman tables made for these coefficients, one scan, and its data. Every
 * coefficient is written as it is, and nothing else of how the picture was coded before.
 * @param extended the frame needs quantization tables of 16 bits (SOF1).
 * @returns the segments in order, each whole with its marker, then the data, without EOI.
 */
export function writeFrame(frame: Frame, extended: boolean): { segments: Segments; data: Uint8Array<ArrayBuffer> } {
  const tables: Tables = tableUsers(frame).map((components) => {
    const dc = new Uint32Array(256)
    const ac = new Uint32Array(256)
    const counting = { dcSymbol: dc, acSymbol: ac }
    walk(frame, (component, at, difference) => {
      if (components.includes(component)) countBlock(component.coefficients, at, difference, counting)
    })
    return { dc: codesFor(dc), ac: codesFor(ac) }
  })
  return { segments: headers(frame, tables, extended), data: entropyCoded(frame, tables) }
}

export interface Segments {
  readonly sof: Uint8Array<ArrayBuffer>
  readonly dht: Uint8Array<ArrayBuffer>
  readonly sos: Uint8Array<ArrayBuffer>
}

/** The first component has tables of its own, the others share: what baseline allows, §B.2.4.2. */
function tableUsers({ components }: Frame): Component[][] {
  const [first, ...others] = components
  if (!first) throw new NotEditable('no component')
  return others.length === 0 ? [[first]] : [[first], others]
}

const tableOf = ({ components }: Frame, component: Component) => (component === components[0] ? 0 : 1)

/** Calls for every block in the order in which it is coded, with the difference of its DC value to the one before. */
function walk(frame: Frame, visit: (component: Component, at: number, difference: number) => void): void {
  const { components, mcusWide, mcusHigh } = frame
  const last = new Int32Array(components.length)
  const visitBlock = (index: number, component: Component, at: number) => {
    const value = component.coefficients[at] ?? 0
    const difference = value - (last[index] ?? 0)
    last[index] = value
    visit(component, at, difference)
  }
  const [only] = components
  if (only && components.length === 1) {
    for (let row = 0; row < only.blocksHigh; row++)
      for (let column = 0; column < only.blocksWide; column++) visitBlock(0, only, (row * only.stride + column) * 64)
    return
  }
  for (let mcuRow = 0; mcuRow < mcusHigh; mcuRow++) {
    for (let mcuColumn = 0; mcuColumn < mcusWide; mcuColumn++) {
      for (let index = 0; index < components.length; index++) {
        const component = components[index]
        if (!component) continue
        const { horizontal, vertical, stride } = component
        for (let row = 0; row < vertical; row++)
          for (let column = 0; column < horizontal; column++)
            visitBlock(index, component, ((mcuRow * vertical + row) * stride + mcuColumn * horizontal + column) * 64)
      }
    }
  }
}

const sizeOf = (value: number) => 32 - Math.clz32(Math.abs(value))

interface Counting {
  readonly dcSymbol: Uint32Array
  readonly acSymbol: Uint32Array
}

function countBlock(coefficients: Int16Array, at: number, difference: number, { dcSymbol, acSymbol }: Counting): void {
  const size = sizeOf(difference)
  dcSymbol[size] = (dcSymbol[size] ?? 0) + 1
  let run = 0
  for (let k = 1; k < 64; k++) {
    const value = coefficients[at + k] ?? 0
    if (value === 0) {
      run++
      continue
    }
    for (; run > 15; run -= 16) acSymbol[0xf0] = (acSymbol[0xf0] ?? 0) + 1
    const symbol = (run << 4) | sizeOf(value)
    acSymbol[symbol] = (acSymbol[symbol] ?? 0) + 1
    run = 0
  }
  if (run > 0) acSymbol[0] = (acSymbol[0] ?? 0) + 1
}

/** §F.1.2. */
function entropyCoded(frame: Frame, tables: Tables): Uint8Array<ArrayBuffer> {
  const writer = new BitWriter()
  walk(frame, (component, at, difference) => {
    const table = tables[tableOf(frame, component)]
    if (!table) throw new NotEditable('no table')
    const { coefficients } = component
    const size = sizeOf(difference)
    writer.code(table.dc, size)
    writer.signed(difference, size)
    let run = 0
    for (let k = 1; k < 64; k++) {
      const value = coefficients[at + k] ?? 0
      if (value === 0) {
        run++
        continue
      }
      for (; run > 15; run -= 16) writer.code(table.ac, 0xf0)
      const length = sizeOf(value)
      writer.code(table.ac, (run << 4) | length)
      writer.signed(value, length)
      run = 0
    }
    if (run > 0) writer.code(table.ac, 0)
  })
  return writer.finish()
}

class BitWriter {
  private bytes = new Uint8Array(1 << 20)
  private length = 0
  private buffer = 0
  private count = 0

  code({ codes, lengths }: HuffmanCodes, symbol: number): void {
    const length = lengths[symbol] ?? 0
    if (length === 0) throw new Error(`no code for ${symbol}`)
    this.bits(codes[symbol] ?? 0, length)
  }

  /** §F.1.2.1: negative numbers as one less, in so many bits. */
  signed(value: number, length: number): void {
    if (length > 0) this.bits((value < 0 ? value - 1 : value) & ((1 << length) - 1), length)
  }

  finish(): Uint8Array<ArrayBuffer> {
    if (this.count > 0) this.bits((1 << (8 - this.count)) - 1, 8 - this.count)
    return this.bytes.slice(0, this.length)
  }

  private bits(value: number, length: number): void {
    this.buffer = (this.buffer << length) | value
    this.count += length
    while (this.count >= 8) {
      this.count -= 8
      const byte = (this.buffer >>> this.count) & 255
      this.byte(byte)
      if (byte === 0xff) this.byte(0)
    }
    this.buffer &= (1 << this.count) - 1
  }

  private byte(value: number): void {
    if (this.length === this.bytes.length) {
      const larger = new Uint8Array(this.bytes.length * 2)
      larger.set(this.bytes)
      this.bytes = larger
    }
    this.bytes[this.length++] = value
  }
}

function headers({ components, width, height }: Frame, tables: Tables, extended: boolean): Segments {
  const sof = [8, height >> 8, height & 255, width >> 8, width & 255, components.length]
  const sos = [components.length]
  for (const [index, { id, horizontal, vertical, quantization }] of components.entries()) {
    sof.push(id, (horizontal << 4) | vertical, quantization)
    sos.push(id, index === 0 ? 0x00 : 0x11)
  }
  sos.push(0, 63, 0)
  const dht = tables.flatMap(({ dc, ac }, number) => [number, ...dc.definition, 0x10 | number, ...ac.definition])
  return { sof: segment(extended ? 0xc1 : 0xc0, sof), dht: segment(0xc4, dht), sos: segment(0xda, sos) }
}

function segment(marker: number, payload: readonly number[]): Uint8Array<ArrayBuffer> {
  const length = payload.length + 2
  return Uint8Array.from([0xff, marker, length >> 8, length & 255, ...payload])
}
