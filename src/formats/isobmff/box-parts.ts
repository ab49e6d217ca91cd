import type { ByteRanges, Span } from '../core/byte-ranges'
import { Malformed, Uncheckable } from '../core/malformed'
import { type Block, type Part, slice } from '../core/part'
import { latin1 } from '../core/reader'
import type { Source } from '../core/source'
import { markedIfOfScreen } from '../metadata/screen-profile'
import { blankedGroup, blankedGroupHead, blankedReference, type IdBytes, isBlankedReference } from './blanked-links'
import { blockOf, blocksInUserData } from './box-blocks'
import { CONTAINERS, STSD } from './box-containers'
import { fieldsOf, sampleEntry } from './box-fields'
import { fieldParts, renamedItem, userDataParts } from './box-pieces'
import { type Box, boxesIn, freeBox } from './boxes'
import { infosOf } from './heif-items'
import { BLANKED_TYPE, type PictureItems } from './picture-items'
import { isSpherical, sphericalPart } from './spherical-video'
import type { Movie } from './tracks'
import { TRAILER_MARK_BYTES } from './trailer'

/** What is known of a file before its boxes are turned into parts. */
export interface Layout {
  readonly source: Source
  readonly ranges: ByteRanges
  readonly movie: Movie
  /** Null in a film, whose 'meta' boxes go as a whole. */
  readonly items: PictureItems | null
}

const COLOUR = 'meta/iprp/ipco/colr'
const MEDIA_DATA = new Set(['mdat', 'imda', 'meta/idat', 'free', 'skip'])

const GAP = 'gap'

/** How long a gap must be to hide something, how many of its bytes are looked at, and in how many gaps. */
const HIDDEN = { least: 64, looked: 1024, most: 256 }

/** Every part becomes objects in memory, so their number is bound by the size of the file. */
const MAX_BOX_PARTS = 32 * 1024
const BYTES_PER_PART = 1024

/** Turns the boxes of a file into parts that tile it. */
export class BoxParts {
  readonly parts: Part[] = []
  private readonly source: Source
  private readonly containers: Readonly<Record<string, number>>
  /** Whether the track being walked holds sound, which decides how its sample entries are laid out. */
  private isSound = false

  private gapsLookedInto = 0
  /** Of the item ids in iref. */
  private idBytes: IdBytes = 2

  constructor(private readonly layout: Layout) {
    this.source = layout.source
    this.containers = layout.items ? CONTAINERS.picture : CONTAINERS.film
  }

  async add(box: Box, parent: string): Promise<void> {
    const path = parent === '' ? box.type : `${parent}/${box.type}`
    const going = this.layout.movie.going.get(box.start)
    if (going !== undefined) return this.addWhole(`${path} (${going})`, box)
    if (parent === STSD) return this.addSampleEntry(box)
    const bytes = this.layout.movie.rewritten.get(box.start)
    if (bytes) return this.addRewritten(path, box, bytes)
    if (isTerminator(box)) return this.push(slice(`${parent}/terminator`, this.source, box.start, box.end))
    if (path === COLOUR && (await this.isIcc(box))) return this.addProfile(`${path} ICC`, box)
    if (path === 'meta/iinf' && this.layout.items) return this.addContainer(path, box, await infosOf(this.source, box))
    if (path === 'meta/iinf/infe') return this.addItemInfo(path, box)
    if (MEDIA_DATA.has(path)) return await this.addMediaData(path, box)
    if (parent === 'meta/grpl') return this.addGroup(path, box)
    if (parent === 'meta/iref') return this.addReference(path, box)
    if (path === 'meta/iprp/ipma') return this.addAssociations(path, box)
    if (path === 'meta/iref') this.idBytes = (await this.source.read(box.body, box.end))[0] === 0 ? 2 : 4
    if (box.type === 'free' || box.type === 'skip') {
      return this.push(...fieldParts(this.source, path, box, [{ name: 'rest', start: box.body, end: box.end }]))
    }
    if (path === 'moov/udta') return this.addUserData(path, box)
    const own = this.containers[path]
    if (own !== undefined) return this.addContainer(path, box, box.body + own)
    if (path === 'moov/trak/mdia/hdlr') this.isSound = (await this.handlerType(box)) === 'soun'
    if (path === 'moov/trak/uuid' && isSpherical(box)) {
      const part = await sphericalPart(path, this.source, box)
      if (part) return this.pushWhole(part, box)
    }
    const fields = await fieldsOf(this.source, box)
    if (fields.length > 0) this.push(...fieldParts(this.source, path, box, fields))
    else this.addWhole(path, box)
  }

  /**
   * What follows the last box, among it bytes of items.
   * @param label names the trailer that the file ends with, if it ends with one.
   */
  addRest(name: string, start: number, label: string | undefined): void {
    if (label && this.layout.ranges.isRetained(this.source.size - TRAILER_MARK_BYTES, this.source.size))
      throw new Uncheckable(`the ${label} lies in a frame`)
    for (const span of this.layout.ranges.partition(start, this.source.size, GAP)) {
      const isGap = span.name === GAP
      this.push(
        slice(
          isGap ? name : `${name}/${span.name}`,
          this.source,
          span.start,
          span.end,
          isGap ? restBlock(span, label ?? 'after the end') : span.block,
        ),
      )
    }
  }

  private async addContainer(path: string, box: Box, inside: number): Promise<void> {
    if (inside > box.end) throw new Malformed(`${path} is too short`)
    this.push(slice(path, this.source, box.start, inside))
    await this.addChildren(path, inside, box.end)
  }

  private async addChildren(path: string, start: number, end: number): Promise<void> {
    const { boxes, rest } = await boxesIn(this.source, start, end)
    for (const child of boxes) await this.add(child, path)
    if (rest < end) this.push(slice(`${path}/rest`, this.source, rest, end))
  }

  /** Colours as an ICC profile, rather than as numbers: ISO/IEC 14496-12 §12.1.5. */
  private async isIcc(colr: Box): Promise<boolean> {
    const type = latin1(await this.source.read(colr.body, Math.min(colr.body + 4, colr.end)))
    return type === 'prof' || type === 'rICC'
  }

  private async addProfile(name: string, colr: Box): Promise<void> {
    this.refuseMediaData(name, colr)
    const part = slice(name, this.source, colr.start, colr.end)
    this.push(await markedIfOfScreen(part, colr.body + 4, colr.end))
  }

  private async handlerType(hdlr: Box): Promise<string> {
    const start = Math.min(hdlr.body + 8, hdlr.end)
    return latin1(await this.source.read(start, Math.min(start + 4, hdlr.end)))
  }

  private async addSampleEntry(entry: Box): Promise<void> {
    const { fields, boxes: inside } = await sampleEntry(this.source, entry, !this.isSound)
    if (inside > entry.end) throw new Malformed(`sample entry ${entry.type} is too short`)
    const path = `${STSD}/entry`
    this.push(...fieldParts(this.source, path, { ...entry, end: inside }, fields))
    await this.addChildren(path, inside, entry.end)
  }

  /** An item that goes is renamed to a kind that no reader knows, so that none looks for its bytes. */
  private addItemInfo(path: string, infe: Box): void {
    const info = this.layout.items?.infos.get(infe.start)
    if (!info) this.addWhole(`${path} (unread)`, infe)
    else if (info.role.name === 'gain map numbers') this.push(slice(path, this.source, infe.start, infe.end))
    else if (info.role.stays || info.item.type === BLANKED_TYPE || info.item.type === '') {
      const name = info.item.typeAt + info.item.type.length
      this.push(...fieldParts(this.source, path, infe, [{ name: 'item_name', start: name, end: infe.end }]))
    } else this.push(...renamedItem(this.source, path, info.item, info.role.name))
  }

  /** An entity group; once it goes it still has to look like one. */
  private async addGroup(path: string, box: Box): Promise<void> {
    const head = await blankedGroupHead(this.source, box)
    if (head > 0) {
      const rest = { name: 'rest', start: box.start + head, end: box.end }
      return this.push(...fieldParts(this.source, path, box, [rest]))
    }
    const part = slice(path, this.source, box.start, box.end, blockOf(path, box))
    this.pushWhole({ ...part, replacement: blankedGroup(box) ?? freeBox(box.end - box.start) }, box)
  }

  /** An item reference; once it goes it still has to look like one. */
  private async addReference(path: string, box: Box): Promise<void> {
    const ids = this.layout.items?.ids ?? new Set()
    if (await isBlankedReference(this.source, box, this.idBytes, ids)) {
      return this.push(slice(`${path} (blanked)`, this.source, box.start, box.end))
    }
    if (box.type === 'free') {
      return this.push(...fieldParts(this.source, path, box, [{ name: 'rest', start: box.body, end: box.end }]))
    }
    const isDangling = this.layout.items?.dangling.has(box.start)
    const part = slice(isDangling ? `${path} (dangling)` : path, this.source, box.start, box.end, blockOf(path, box))
    const replacement = await blankedReference(this.source, box, this.idBytes, ids)
    const named = replacement ? { replacement, replacementName: 'meta/iref/free (blanked)' } : {}
    this.pushWhole({ ...part, replacement: freeBox(box.end - box.start), ...named }, box)
  }

  /** A property that goes may be essential no more, or readers would refuse the item for want of it. */
  private addAssociations(path: string, ipma: Box): void {
    let at = ipma.start
    for (const { start, byte } of this.layout.items?.loosened ?? []) {
      if (start < at || start >= ipma.end) continue
      if (start > at) this.push(slice(path, this.source, at, start))
      const replacement = [{ kind: 'bytes', bytes: Uint8Array.of(byte) }] as const
      const part = slice(`${path} (essential)`, this.source, start, start + 1)
      this.push({ ...part, replacement, replacementName: path })
      at = start + 1
    }
    this.push(slice(path, this.source, at, ipma.end))
  }

  private async addMediaData(path: string, box: Box): Promise<void> {
    this.push(slice(path, this.source, box.start, box.body))
    for (const span of this.layout.ranges.partition(box.body, box.end, GAP)) {
      const { name, start, end } = span
      const block =
        span.block ?? (name === GAP && path !== 'free' && path !== 'skip' ? await this.blockOfGap(span) : undefined)
      const part = slice(`${path}/${name}`, this.source, start, end, block)
      const bytes = this.layout.items?.rewritten.get(start)
      this.push(bytes?.length === end - start ? { ...part, replacement: [{ kind: 'bytes', bytes }] } : part)
    }
  }

  /** Bytes among media data that no table knows of: padding of a few bytes, zeros, or something hidden. */
  private async blockOfGap({ start, end }: Span): Promise<Block | undefined> {
    if (end - start < HIDDEN.least || this.gapsLookedInto++ >= HIDDEN.most) return undefined
    const bytes = await this.source.read(start, Math.min(end, start + HIDDEN.looked))
    return bytes.some((byte) => byte !== 0) ? { type: 'unknown', label: 'unused space', start, end } : undefined
  }

  /** User data goes in one piece, but XMP and GPMF in it are told apart, since they need readers of their own. */
  private async addUserData(path: string, udta: Box): Promise<void> {
    const blocks = await blocksInUserData(this.source, udta)
    if (blocks.length === 0) return this.addWhole(path, udta)
    this.refuseMediaData(path, udta)
    this.push(...userDataParts(this.source, path, udta, blocks))
  }

  /** A table of a film that was cut, which loses what was cut off. */
  private addRewritten(path: string, box: Box, bytes: Uint8Array<ArrayBuffer>): void {
    const part = slice(`${path} (before the cut)`, this.source, box.start, box.end)
    this.pushWhole({ ...part, replacement: [{ kind: 'bytes', bytes }], replacementName: path }, box)
  }

  private addWhole(name: string, box: Box): void {
    const part = slice(name, this.source, box.start, box.end, blockOf(name, box))
    this.pushWhole({ ...part, replacement: freeBox(box.end - box.start) }, box)
  }

  private pushWhole(part: Part, box: Box): void {
    this.refuseMediaData(part.name, box)
    this.push(part)
  }

  private refuseMediaData(name: string, box: Box): void {
    if (this.layout.ranges.isRetained(box.start, box.end)) throw new Uncheckable(`media data lies in ${name}`)
  }

  private push(...parts: readonly Part[]): void {
    this.parts.push(...parts)
    if (this.parts.length > MAX_BOX_PARTS + this.source.size / BYTES_PER_PART) throw new Uncheckable('too many parts')
  }
}

/** Ends a list in QuickTime; eight bytes, no type. */
function isTerminator({ type, start, end }: Box): boolean {
  return type === '\0\0\0\0' && end - start === 8
}

function restBlock({ start, end }: Span, label: string): Block {
  return { type: 'unknown', label, start, end }
}
