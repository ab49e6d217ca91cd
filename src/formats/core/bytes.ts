/** One byte per character (ISO 8859-1); the other way round from `latin1`. */
export function latin1Bytes(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length)
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at)
  return bytes
}

/** An unsigned 32-bit integer, most significant byte first. */
export function u32be(value: number): Uint8Array<ArrayBuffer> {
  return Uint8Array.of(value >>> 24, value >>> 16, value >>> 8, value)
}

/** An unsigned 32-bit integer, least significant byte first. */
export function u32le(value: number): Uint8Array<ArrayBuffer> {
  return u32be(value).reverse()
}

/** Returns the bytes of all pieces, in order, in one array of its own. */
export function concat(...pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    out.set(piece, at)
    at += piece.length
  }
  return out
}
