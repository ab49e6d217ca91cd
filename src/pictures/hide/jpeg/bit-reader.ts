import { NotEditable } from './frame'
import { type DecodingTable, LOOKUP_BITS } from './huffman-table'

/** Reads bits of entropy-coded data, without the zeros stuffed behind FF; ITU-T T.81 §F.2.2.5. */
export class BitReader {
  private buffer = 0
  private count = 0
  /** Zeros are read behind the data's end, as decoders do; many of them mean that the file was cut. */
  private missing = 0

  constructor(
    private readonly bytes: Uint8Array,
    private at: number,
    private readonly end: number,
  ) {}

  /** Whether what was asked for went beyond the data. */
  get isOver(): boolean {
    return this.missing > 8 * 4
  }

  bit(): number {
    if (this.count < 1) this.fill()
    this.count--
    return (this.buffer >>> this.count) & 1
  }

  /** Up to 16 bits. */
  bits(length: number): number {
    if (length === 0) return 0
    if (this.count < length) this.fill()
    this.count -= length
    return (this.buffer >>> this.count) & ((1 << length) - 1)
  }

  /** A signed number of so many bits; §F.2.2.1. */
  signed(length: number): number {
    const value = this.bits(length)
    return length > 0 && value < 1 << (length - 1) ? value - (1 << length) + 1 : value
  }

  /** @throws {NotEditable} for a code that the table does not have. */
  symbol(table: DecodingTable): number {
    if (this.count < 16) this.fill()
    const entry = table.lookup[(this.buffer >>> (this.count - LOOKUP_BITS)) & ((1 << LOOKUP_BITS) - 1)] ?? 0
    if (entry !== 0) {
      this.count -= entry >>> 8
      return entry & 255
    }
    let length = LOOKUP_BITS + 1
    for (; length <= 16; length++) {
      const code = (this.buffer >>> (this.count - length)) & ((1 << length) - 1)
      if (code <= (table.maxCode[length] ?? -1)) {
        this.count -= length
        return table.symbols[code + (table.offset[length] ?? 0)] ?? 0
      }
    }
    throw new NotEditable('Huffman code')
  }

  /** Goes behind the next restart marker; §F.1.1.5. False when there is none here. */
  restart(): boolean {
    this.buffer = 0
    this.count = 0
    this.missing = 0
    const { bytes, end } = this
    while (this.at < end && bytes[this.at] === 0xff && bytes[this.at + 1] === 0xff) this.at++
    const marker = bytes[this.at + 1] ?? 0
    if (bytes[this.at] !== 0xff || marker < 0xd0 || marker > 0xd7) return false
    this.at += 2
    return true
  }

  /** Up to 24 bits and a byte fit; a marker ends the data. */
  private fill(): void {
    const { bytes, end } = this
    while (this.count <= 16) {
      let byte = 0
      if (this.at >= end) this.missing += 8
      else {
        byte = bytes[this.at] ?? 0
        if (byte !== 0xff) this.at++
        else if (bytes[this.at + 1] === 0) this.at += 2
        else {
          byte = 0
          this.missing += 8
        }
      }
      this.buffer = ((this.buffer << 8) | byte) & 0x7fffffff
      this.count += 8
    }
  }
}
