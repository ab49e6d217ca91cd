import { Malformed, Uncheckable } from './malformed'
import { isPadding } from './padding'
import { type Block, type Part, slice } from './part'
import type { Source } from './source'

/** More parts than any picture has; without a bound, a file of empty chunks would cost many times its size in memory. */
const MAX_PARTS = 32 * 1024

/** What else there is to say about a part. */
type More = Pick<Part, 'role' | 'region' | 'canonical' | 'replacement' | 'replacementName'>

/** The parts of one file, named from front to back; each begins where the last one ended, so they tile the file. */
export class PartList {
  private readonly parts: Part[] = []
  private begin = 0
  private end = 0

  constructor(private readonly source: Source) {}

  /** Where the next part begins. */
  get position(): number {
    return this.end
  }

  /**
   * The next part, up to `end`; nothing when that is no byte. A neighbour of the same name is continued when neither
   * has a block or a replacement: a thousand IDAT chunks are one part.
   * @throws {Malformed} when it ends before it begins or behind the file, or when the file has absurdly many parts.
   */
  add(name: string, end: number, block?: Block, more: More = {}): void {
    if (!(end >= this.end && end <= this.source.size)) throw new Malformed(`${name} ends at ${end}`)
    if (end === this.end) return
    const last = this.parts.at(-1)
    const isMore = last && last.name === name && !last.block && !last.replacement && !block && !more.replacement
    if (isMore) this.parts.pop()
    else this.begin = this.end
    if (this.parts.length >= MAX_PARTS) throw new Uncheckable(`more than ${MAX_PARTS} parts`)
    this.parts.push({ ...slice(name, this.source, this.begin, end, block), ...more })
    this.end = end
  }

  /** All parts; what follows the end of the picture is the last. */
  async finish(): Promise<Part[]> {
    const [start, end] = [this.end, this.source.size]
    const label = 'after the end'
    const isNothing = await isPadding(this.source, start, end)
    if (isNothing) this.add(`padding ${label}`, end, undefined, { region: label })
    else this.add(label, end, { type: 'unknown', label, start, end }, { region: label })
    return this.parts
  }
}
