/**
 * Integers of any sign in as few bytes as they need, as Protocol Buffers' `sint32` writes them: seven bits a byte, lowest first, the
 * highest bit set where another byte follows; the sign in the lowest bit (“zigzag”).
 */
export function writeInteger(bytes: number[], value: number): void {
  let rest = value < 0 ? -2 * value - 1 : 2 * value
  for (; rest > 127; rest >>>= 7) bytes.push((rest & 127) | 128)
  bytes.push(rest)
}

/** Reads such integers one behind the other, from byte `at` on; zeros behind the end. */
export class IntegerReader {
  constructor(
    private readonly bytes: Uint8Array,
    public at = 0,
  ) {}

  next(): number {
    let value = 0
    let byte = 128
    for (let shift = 0; byte > 127; shift += 7) {
      byte = this.bytes[this.at++] ?? 0
      value |= (byte & 127) << shift
    }
    return value & 1 ? -((value + 1) >> 1) : value >> 1
  }
}
