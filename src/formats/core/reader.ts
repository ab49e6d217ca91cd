import { Malformed } from './malformed'

/**
 * Named reads, in order, from bytes in memory. Every bound is checked here and nowhere else; numbers are big-endian
 * unless `littleEndian` is set.
 */
export class Reader {
  position = 0
  private readonly view: DataView

  constructor(
    private readonly bytes: Uint8Array,
    public littleEndian = false,
  ) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }

  get length(): number {
    return this.bytes.length
  }

  get remaining(): number {
    return this.bytes.length - this.position
  }

  /** Moves to an offset from the start of the bytes. @throws {Malformed} outside of them. */
  seek(position: number): this {
    if (!(position >= 0 && position <= this.bytes.length))
      throw new Malformed(`offset ${position} lies outside the block`)
    this.position = position
    return this
  }

  skip(count: number): this {
    return this.seek(this.position + count)
  }

  u8(): number {
    return this.view.getUint8(this.advance(1))
  }

  u16(): number {
    return this.view.getUint16(this.advance(2), this.littleEndian)
  }

  u24(): number {
    const at = this.advance(3)
    const [a, b, c] = [this.view.getUint8(at), this.view.getUint8(at + 1), this.view.getUint8(at + 2)]
    return this.littleEndian ? (c << 16) | (b << 8) | a : (a << 16) | (b << 8) | c
  }

  u32(): number {
    return this.view.getUint32(this.advance(4), this.littleEndian)
  }

  /** An unsigned 64-bit integer. @throws {Malformed} above 2^53, which no file reaches. */
  u64(): number {
    const value = this.view.getBigUint64(this.advance(8), this.littleEndian)
    if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw new Malformed('a length above 2^53')
    return Number(value)
  }

  /** `count` bytes, sharing memory with the block. */
  take(count: number): Uint8Array {
    const at = this.advance(count)
    return this.bytes.subarray(at, at + count)
  }

  /** `count` bytes, one character each (ISO 8859-1); for signatures and four-character codes. */
  latin1(count: number): string {
    return latin1(this.take(count))
  }

  private advance(count: number): number {
    const at = this.position
    if (!(count >= 0 && at + count <= this.bytes.length)) {
      throw new Malformed(`${count} bytes wanted at offset ${at}, the block has ${this.bytes.length}`)
    }
    this.position = at + count
    return at
  }
}

const { fromCharCode } = String

/** One character per byte (ISO 8859-1). */
export function latin1(bytes: Uint8Array): string {
  let text = ''
  // To spread a typed array takes seven times as long as to apply it.
  for (let at = 0; at < bytes.length; at += 8192)
    text += Reflect.apply(fromCharCode, null, bytes.subarray(at, at + 8192))
  return text
}

/** Whether the bytes begin with a signature given as one character per byte. */
export function startsWith(bytes: Uint8Array, signature: string, at = 0): boolean {
  if (bytes.length < at + signature.length) return false
  for (let i = 0; i < signature.length; i++) if (bytes[at + i] !== signature.charCodeAt(i)) return false
  return true
}

/** Tells whether both arrays have the same length and bytes. Not in constant time: nothing here is a secret. */
export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at])
}
