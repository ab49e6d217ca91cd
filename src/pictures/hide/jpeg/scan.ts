import type { BitReader } from './bit-reader'
import { type Component, type Frame, NotEditable } from './frame'
import type { DecodingTable } from './huffman-table'

interface ScanComponent {
  readonly component: Component
  readonly dc: DecodingTable | undefined
  readonly ac: DecodingTable | undefined
}

/** A scan header: the coefficients it holds, and which of their bits; ITU-T T.81 §B.2.3, §G.1.1. */
export interface Scan {
  readonly components: readonly ScanComponent[]
  readonly start: number
  readonly end: number
  /** Bits that came before, and bits below the one of this scan. */
  readonly high: number
  readonly low: number
  readonly restartInterval: number
}

interface State {
  readonly reader: BitReader
  readonly scan: Scan
  /** The last DC value of each component. */
  readonly predictions: Int32Array
  /** Blocks that are still to come without a coefficient of this scan. */
  emptyBlocks: number
}

type ReadBlock = (state: State, of: ScanComponent, index: number, at: number) => void

/**
 * Reads the data of one scan into the frame.
 * @throws {NotEditable} when a code is not in its table, or a table is missing.
 */
export function readScan(frame: Frame, scan: Scan, reader: BitReader): void {
  const state: State = { reader, scan, predictions: new Int32Array(scan.components.length), emptyBlocks: 0 }
  const readBlock = frame.progressive ? progressiveReader(scan) : readSequential
  const [only] = scan.components
  if (!only) throw new NotEditable('scan header')
  const alone = scan.components.length === 1
  const units = alone ? only.component.blocksWide * only.component.blocksHigh : frame.mcusWide * frame.mcusHigh
  for (let unit = 0; unit < units; unit++) {
    if (scan.restartInterval > 0 && unit > 0 && unit % scan.restartInterval === 0) {
      if (!reader.restart()) throw new NotEditable('restart marker')
      state.predictions.fill(0)
      state.emptyBlocks = 0
    }
    if (reader.isOver) throw new NotEditable('cut data')
    if (alone) {
      const { blocksWide, stride } = only.component
      const row = Math.floor(unit / blocksWide)
      readBlock(state, only, 0, (row * stride + (unit - row * blocksWide)) * 64)
    } else readMcu(frame, state, unit, readBlock)
  }
}

function readMcu({ mcusWide }: Frame, state: State, unit: number, readBlock: ReadBlock): void {
  const mcuRow = Math.floor(unit / mcusWide)
  const mcuColumn = unit - mcuRow * mcusWide
  for (const [index, of] of state.scan.components.entries()) {
    const { horizontal, vertical, stride } = of.component
    for (let row = 0; row < vertical; row++) {
      for (let column = 0; column < horizontal; column++) {
        const block = (mcuRow * vertical + row) * stride + mcuColumn * horizontal + column
        readBlock(state, of, index, block * 64)
      }
    }
  }
}

function need(table: DecodingTable | undefined): DecodingTable {
  if (!table) throw new NotEditable('no Huffman table')
  return table
}

/** §F.2.2. */
const readSequential: ReadBlock = ({ reader, predictions }, { component, dc, ac }, index, at) => {
  const { coefficients } = component
  const length = reader.symbol(need(dc))
  if (length > 16) throw new NotEditable('DC difference')
  const value = (predictions[index] ?? 0) + reader.signed(length)
  predictions[index] = value
  coefficients[at] = value
  const table = need(ac)
  for (let k = 1; k < 64; k++) {
    const symbol = reader.symbol(table)
    const size = symbol & 15
    const run = symbol >> 4
    if (size === 0) {
      if (run < 15) return
      k += 15
      continue
    }
    k += run
    if (k > 63) throw new NotEditable('too many coefficients')
    coefficients[at + k] = reader.signed(size)
  }
}

function progressiveReader({ start, end, high, components }: Scan): ReadBlock {
  if (start === 0) {
    if (end !== 0) throw new NotEditable('progressive scan')
    return high === 0 ? readFirstDc : refineDc
  }
  if (end > 63 || end < start || components.length !== 1) throw new NotEditable('progressive scan')
  return high === 0 ? readFirstAc : refineAc
}

/** §G.1.2.1. */
const readFirstDc: ReadBlock = ({ reader, scan, predictions }, { component, dc }, index, at) => {
  const length = reader.symbol(need(dc))
  if (length > 16) throw new NotEditable('DC difference')
  const value = (predictions[index] ?? 0) + reader.signed(length)
  predictions[index] = value
  component.coefficients[at] = value << scan.low
}

const refineDc: ReadBlock = ({ reader, scan }, { component }, _, at) => {
  if (reader.bit() === 1) component.coefficients[at] = (component.coefficients[at] ?? 0) | (1 << scan.low)
}

/** §G.1.2.2. */
const readFirstAc: ReadBlock = (state, { component, ac }, _, at) => {
  const { reader, scan } = state
  if (state.emptyBlocks > 0) {
    state.emptyBlocks--
    return
  }
  const table = need(ac)
  for (let k = scan.start; k <= scan.end; k++) {
    const symbol = reader.symbol(table)
    const size = symbol & 15
    const run = symbol >> 4
    if (size === 0) {
      if (run < 15) {
        state.emptyBlocks = (1 << run) - 1 + reader.bits(run)
        return
      }
      k += 15
      continue
    }
    k += run
    if (k > 63) throw new NotEditable('too many coefficients')
    component.coefficients[at + k] = reader.signed(size) * (1 << scan.low)
  }
}

/** §G.1.2.3: one more bit of what is there, and what becomes visible with this bit. */
const refineAc: ReadBlock = (state, { component, ac }, _, at) => {
  const { reader, scan } = state
  const { coefficients } = component
  const plus = 1 << scan.low
  const minus = -1 << scan.low
  const refine = (place: number) => {
    const value = coefficients[place] ?? 0
    if (reader.bit() === 1 && (value & plus) === 0) coefficients[place] = value + (value >= 0 ? plus : minus)
  }
  let k = scan.start
  if (state.emptyBlocks === 0) {
    const table = need(ac)
    while (k <= scan.end) {
      const symbol = reader.symbol(table)
      let run = symbol >> 4
      let fresh = 0
      if ((symbol & 15) === 0) {
        if (run < 15) {
          state.emptyBlocks = (1 << run) + reader.bits(run)
          break
        }
      } else fresh = reader.bit() === 1 ? plus : minus
      for (; k <= scan.end; k++) {
        const value = coefficients[at + k] ?? 0
        if (value !== 0) refine(at + k)
        else if (run === 0) {
          if (fresh !== 0) coefficients[at + k] = fresh
          k++
          break
        } else run--
      }
    }
  }
  if (state.emptyBlocks > 0) {
    for (; k <= scan.end; k++) if (coefficients[at + k] !== 0) refine(at + k)
    state.emptyBlocks--
  }
}
