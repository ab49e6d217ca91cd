import { Malformed } from '../../src/formats/core/malformed'
import type { Source } from '../../src/formats/core/source'

/** A source over bytes in memory, for tests that open thousands of small files: a Blob read costs far more than its bytes. */
export function inMemory(bytes: Uint8Array<ArrayBuffer>): Source {
  return {
    blob: new Blob([bytes]),
    size: bytes.length,
    async read(start, end) {
      if (!(start >= 0 && start <= end && end <= bytes.length)) throw new Malformed('outside the file')
      return bytes.subarray(start, end)
    },
  }
}
