import type { Content, Piece, Source } from './content'
import { Malformed } from './malformed'
import { join, lengthOf, type Part } from './part'

/**
 * The file that `join` makes of the parts, read piece by piece: bytes of a file come from that file, and zeros from
 * nowhere. Reading a Blob of thousands of pieces costs far more, and a Blob does not tell which bytes are known already.
 * @param toBlob makes the file; called once, when somebody asks for `blob`.
 */
export function sourceOfParts(parts: readonly Part[], toBlob = () => new Blob(join(parts))): Source {
  let blob: Blob | undefined
  const pieces = piecesOf(parts)
  const size = pieces.at(-1)?.end ?? 0
  const indexAt = (at: number) => {
    let low = 0
    for (let high = pieces.length; low < high; ) {
      const middle = (low + high) >>> 1
      if ((pieces[middle]?.end ?? 0) > at) high = middle
      else low = middle + 1
    }
    return low
  }
  return {
    get blob() {
      blob ??= toBlob()
      return blob
    },
    size,
    pieceAt: (at) => pieces[indexAt(at)] ?? null,
    async read(start, end) {
      if (!(start >= 0 && start <= end && end <= size))
        throw new Malformed(`bytes ${start}–${end} lie outside a file of ${size} bytes`)
      let index = indexAt(start)
      const first = pieces[index]
      if (first && end <= first.end) return bytesOf(first, start, end)
      const out = new Uint8Array(end - start)
      for (let piece = pieces[index]; piece && piece.start < end; piece = pieces[++index]) {
        const from = Math.max(start, piece.start)
        out.set(await bytesOf(piece, from, Math.min(end, piece.end)), from - start)
      }
      return out
    },
  }
}

/** Returns the pieces of the file that `join` makes of the parts. Neighbours that are neighbours in one file as well are one piece. */
export function piecesOf(parts: readonly Part[]): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const part of parts) {
    const [start, end] = [at, at + lengthOf(part)]
    at = end
    if (start === end) continue
    const last = pieces.at(-1)
    const content = last ? together(last.content, part.content) : null
    if (last && content) pieces[pieces.length - 1] = { start: last.start, end, content }
    else pieces.push({ start, end, content: part.content })
  }
  return pieces
}

function together(a: Content, b: Content): Content | null {
  if (a.kind === 'slice' && b.kind === 'slice' && a.source === b.source && a.end === b.start)
    return { ...a, end: b.end }
  return a.kind === 'zeros' && b.kind === 'zeros' ? { kind: 'zeros', length: a.length + b.length } : null
}

async function bytesOf({ start, content }: Piece, from: number, to: number): Promise<Uint8Array> {
  if (content.kind === 'slice') return content.source.read(content.start + from - start, content.start + to - start)
  return content.kind === 'bytes' ? content.bytes.subarray(from - start, to - start) : new Uint8Array(to - from)
}
