import { Uncheckable } from './malformed'
import type { Block } from './part'

/** A run of bytes with an owner. */
export interface Span {
  readonly name: string
  readonly start: number
  readonly end: number
  readonly block?: Block
}

/** Bytes that somebody kept need, and bytes of things that go, collected in any order; a byte that both need stays. */
export class ByteRanges {
  private readonly names: string[] = []
  private starts = new Float64Array(64)
  private ends = new Float64Array(64)
  private owners = new Uint8Array(64)
  private count = 0
  private readonly leaving: Span[] = []
  private settled: { keep: Span[]; go: Span[] } | undefined

  /** @param size of the file: what lies past its end does not exist and is left out. */
  constructor(private readonly size: number) {}

  /** @throws {Malformed} when there are absurdly many. */
  retain(name: string, start: number, end: number): void {
    const clipped = Math.min(end, this.size)
    if (!(start < clipped)) return
    const owner = this.ownerOf(name)
    const last = this.count - 1
    if (last >= 0 && this.ends[last] === start && this.owners[last] === owner) {
      this.ends[last] = clipped
      return
    }
    if (this.count >= MAX_RANGES + this.size / BYTES_PER_RANGE)
      throw new Uncheckable('more chunks than a file of this size can have')
    if (this.count === this.starts.length) this.grow()
    this.starts[this.count] = start
    this.ends[this.count] = clipped
    this.owners[this.count] = owner
    this.count++
  }

  /** Past a bound, bytes that go are no longer told apart: unrecorded, they go as gaps. */
  discard(name: string, start: number, end: number, block?: Block): void {
    const clipped = Math.min(end, this.size)
    if (!(start < clipped) || this.leaving.length >= MAX_DISCARDED_RANGES) return
    this.leaving.push({
      name,
      start,
      end: clipped,
      ...(block && { block: { ...block, end: Math.min(block.end, clipped) } }),
    })
  }

  /** The spans of a range, in order, without overlap; bytes in no range are spans named `gap`. */
  partition(start: number, end: number, gap: string): Span[] {
    const { keep, go } = this.spans()
    const spans = [...within(keep, start, end), ...within(go, start, end)].sort((a, b) => a.start - b.start)
    const tiles: Span[] = []
    let at = start
    for (const span of spans) {
      if (span.start > at) tiles.push({ name: gap, start: at, end: span.start })
      tiles.push(span)
      at = span.end
    }
    if (at < end) tiles.push({ name: gap, start: at, end })
    return tiles
  }

  /** Whether a byte of the range is one that has to stay. */
  isRetained(start: number, end: number): boolean {
    return within(this.spans().keep, start, end).length > 0
  }

  /** Whether there is no range at all, neither retained nor discarded. */
  get isEmpty(): boolean {
    return this.count === 0 && this.leaving.length === 0
  }

  private spans(): { keep: Span[]; go: Span[] } {
    this.settled ??= this.settle()
    return this.settled
  }

  private settle(): { keep: Span[]; go: Span[] } {
    const order = Uint32Array.from({ length: this.count }, (_, index) => index)
    order.sort((a, b) => (this.starts[a] ?? 0) - (this.starts[b] ?? 0))
    const keep: { name: string; start: number; end: number }[] = []
    const most = MAX_SPANS + this.size / BYTES_PER_SPAN
    for (const index of order) {
      const end = this.ends[index] ?? 0
      const name = this.names[this.owners[index] ?? 0] ?? ''
      const last = keep.at(-1)
      const start = Math.max(this.starts[index] ?? 0, last?.end ?? 0)
      if (start >= end) continue
      if (last && last.end === start && last.name === name) last.end = end
      else keep.push({ name, start, end })
      if (keep.length > most) throw new Uncheckable('more fragments of media data than a file of this size can have')
    }
    this.refuseLies(keep)
    return { keep, go: without(keep, this.leaving) }
  }

  /**
   * A length that lies can lay a picture over the metadata behind it, which would stay with it, unseen. An item that
   * points at a whole picture and nothing else only calls it by another name.
   */
  private refuseLies(keep: readonly Span[]): void {
    const pictures = keep.filter(({ name }) => name !== 'gain map numbers')
    for (const { block, start, end } of this.leaving) {
      if (block?.type !== 'exif' && block?.type !== 'xmp') continue
      if (within(pictures, start, end).length === 0) continue
      if (!pictures.some((picture) => picture.start === start && picture.end === end))
        throw new Uncheckable('a picture lies over metadata')
    }
  }

  private ownerOf(name: string): number {
    const known = this.names.indexOf(name)
    return known >= 0 ? known : this.names.push(name) - 1
  }

  private grow(): void {
    const length = this.starts.length * 2
    const longer = <T extends Float64Array | Uint8Array>(old: T, fresh: T): T => {
      fresh.set(old)
      return fresh
    }
    this.starts = longer(this.starts, new Float64Array(length))
    this.ends = longer(this.ends, new Float64Array(length))
    this.owners = longer(this.owners, new Uint8Array(length))
  }
}

const MAX_DISCARDED_RANGES = 10_000

/** Some programs put every frame and every piece of sound into a chunk of its own: half a million in two hours. */
const MAX_RANGES = 256 * 1024
const BYTES_PER_RANGE = 1024

/** Every span becomes a part in memory, so their number is bound by the size of the file. */
const MAX_SPANS = 32 * 1024
const BYTES_PER_SPAN = 2048

/** What is left of spans that may overlap, in order, without the bytes of others; the first that ranges a byte has it. */
function without(others: readonly Span[], spans: readonly Span[]): Span[] {
  const left: Span[] = []
  let at = 0
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    at = Math.max(at, span.start)
    for (const other of within(others, at, span.end)) {
      if (other.start > at) left.push({ ...span, start: at, end: other.start })
      at = Math.max(at, other.end)
    }
    if (at < span.end) left.push({ ...span, start: at })
    at = Math.max(at, span.end)
  }
  return left
}

/** The pieces of sorted spans that lie in a range. */
function within(spans: readonly Span[], start: number, end: number): Span[] {
  let low = 0
  for (let high = spans.length; low < high; ) {
    const middle = (low + high) >>> 1
    if ((spans[middle]?.end ?? 0) > start) high = middle
    else low = middle + 1
  }
  const pieces: Span[] = []
  for (let span = spans[low]; span && span.start < end; span = spans[++low]) {
    pieces.push({ ...span, start: Math.max(span.start, start), end: Math.min(span.end, end) })
  }
  return pieces
}
