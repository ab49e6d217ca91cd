export const MARKER_PREFIX = 0xff

type Search = (from: number) => number

/**
 * {@link byWords} is the faster one once it is compiled, and takes three times as long until then. So many bytes, which is one
 * photo that a parent waits for, are looked through otherwise.
 */
const COLD_SEARCH_BYTES = 4 * 1024 * 1024

let lookedThrough = 0

/**
 * Tells where the next 0xFF stands that no zero follows in these bytes, at an index or behind it; the length when there is
 * none. With a zero behind it it is data: T.81 §B.1.1.5.
 */
export function markerPrefixSearch(bytes: Uint8Array): Search {
  lookedThrough += bytes.length
  return lookedThrough > COLD_SEARCH_BYTES ? byWords(bytes) : byIndex(bytes)
}

function byIndex(bytes: Uint8Array): Search {
  return (from) => {
    let at = bytes.indexOf(MARKER_PREFIX, from)
    while (at >= 0 && bytes[at + 1] === 0) at = bytes.indexOf(MARKER_PREFIX, at + 2)
    return at < 0 ? bytes.length : at
  }
}

/** Sixteen bytes at a time: a picture has a 0xFF in a few hundred, and a call of `indexOf` for each takes longer. */
function byWords(bytes: Uint8Array): Search {
  const { length } = bytes
  const unaligned = -bytes.byteOffset & 3
  const words =
    length < 16
      ? new Int32Array(0)
      : new Int32Array(bytes.buffer, bytes.byteOffset + unaligned, (length - unaligned) >> 2)
  const among = (from: number, to: number) => {
    for (let at = from; at < to; at++) if (bytes[at] === MARKER_PREFIX && bytes[at + 1] !== 0) return at
    return -1
  }
  return (from) => {
    let index = Math.max(0, (from - unaligned + 3) >> 2)
    const before = among(from, Math.min(unaligned + 4 * index, length))
    if (before >= 0) return before
    for (const last = words.length - 4; index <= last; index += 4) {
      const a = words[index] as number
      const b = words[index + 1] as number
      const c = words[index + 2] as number
      const d = words[index + 3] as number
      // A byte is 0xFF when that byte of the complement is zero, which borrows from the bit above it.
      const fills =
        ((~a - 0x01010101) & a) | ((~b - 0x01010101) & b) | ((~c - 0x01010101) & c) | ((~d - 0x01010101) & d)
      if ((fills & 0x80808080) === 0) continue
      const found = among(unaligned + 4 * index, unaligned + 4 * index + 16)
      if (found >= 0) return found
    }
    const rest = among(Math.max(from, unaligned + 4 * index), length)
    return rest < 0 ? length : rest
  }
}
