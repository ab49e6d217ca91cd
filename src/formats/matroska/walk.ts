import { Malformed, Uncheckable } from '../core/malformed'
import type { Block, Content, Part } from '../core/part'
import { PartList } from '../core/part-list'
import { latin1 } from '../core/reader'
import type { Source } from '../core/source'
import { type Element, elementAt, unsignedIn, voidElement } from './ebml'
import { BLOCK_GROUP, CUES, EBML_HEADER, ID, INFO, type Level, TOP, TRACK } from './elements'
import { toldBy } from './told'

/** The frame in which a recording was broken off, at the end of the file. */
export const CUT_SHORT = 'Cluster cut short'

/** More elements next to each other than any film has: a day of frames of 10 ms. */
const MAX_ELEMENTS = 16 * 1024 * 1024

/** RFC 9559 §5.1.4.1.3: what is seen and heard; everything else is text, buttons or data. */
const TRACK_TYPES: Readonly<Record<number, 'video' | 'audio'>> = { 1: 'video', 2: 'audio' }

/** Texts that Info holds, each goes; the two applications have to be there and become empty. */
const INFO_TEXTS: Readonly<Record<number, string>> = {
  [ID.title]: 'Title',
  [ID.segmentFilename]: 'SegmentFilename',
  [ID.muxingApp]: 'MuxingApp',
  [ID.writingApp]: 'WritingApp',
}

/** The parts of a Matroska film: RFC 9559. Elements that go become Void elements of their length, so that every offset stays true. */
export class Walk {
  private readonly list: PartList
  /** Tracks whose frames go, each with a word for what they hold. */
  private readonly going = new Map<number, string>()
  private hasTracks = false
  private elements = 0

  constructor(private readonly source: Source) {
    this.list = new PartList(source)
  }

  async parts(): Promise<Part[]> {
    const header = await elementAt(this.source, 0, this.source.size)
    if (header.id !== ID.ebml || header.isOpen) throw new Malformed('no EBML header')
    await this.addKnown('EBML', header, EBML_HEADER)
    const head = await elementAt(this.source, header.end, Number.MAX_SAFE_INTEGER)
    if (head.id !== ID.segment) throw new Malformed('no segment behind the header')
    // A recording that was broken off is shorter than it says.
    const segment = { ...head, end: Math.min(head.isOpen ? this.source.size : head.end, this.source.size) }
    this.list.add('Segment', segment.body)
    for (let at = segment.body; at < segment.end; ) at = await this.addTop(at, segment.end)
    if (!this.hasTracks) throw new Malformed('a film without tracks')
    return this.list.finish()
  }

  private async addTop(start: number, limit: number): Promise<number> {
    const element = await this.elementOrCut(start, limit)
    switch (element.id) {
      case ID.seekHead:
        await this.addSeekHead(element)
        break
      case ID.info:
        await this.addInfo(element)
        break
      case ID.tracks:
        await this.addTracks(element)
        break
      case ID.cues:
        await this.addKnown('Cues', element, CUES)
        break
      case ID.cluster:
        return this.addCluster(element)
      default:
        await this.addUnneeded(nameOf(element), element)
    }
    return element.end
  }

  /** The last cluster of a recording that was broken off ends with the file. */
  private async elementOrCut(start: number, limit: number): Promise<Element> {
    const element = await elementAt(this.source, start, Number.MAX_SAFE_INTEGER)
    if (element.isOpen) {
      if (element.id !== ID.cluster) throw new Malformed('an element of unknown size that is no cluster')
      return { ...element, end: limit }
    }
    if (element.end > limit && element.id !== ID.cluster) throw new Malformed(`${nameOf(element)} is cut short`)
    return { ...element, end: Math.min(element.end, limit) }
  }

  /** An element whose children are kept by a list; what is not in it becomes a Void. */
  private async addKnown(name: string, element: Element, level: Level): Promise<void> {
    this.list.add(name, element.body)
    for (const child of await this.childrenOf(element)) await this.addChild(`${name}/`, child, level)
  }

  private async addChild(prefix: string, child: Element, level: Level): Promise<void> {
    const known = level[child.id]
    if (!known) return this.addUnneeded(`${prefix}${nameOf(child)}`, child)
    if ('children' in known) return this.addKnown(`${prefix}${known.name}`, child, known.children)
    if (child.end - child.body > known.most) return this.addUnneeded(`${prefix}${known.name} too long`, child)
    this.list.add(`${prefix}${known.name}`, child.end)
  }

  private async childrenOf({ body, end }: Element): Promise<Element[]> {
    const children: Element[] = []
    for (let at = body; at < end; ) {
      this.count()
      const child = await elementAt(this.source, at, end)
      if (child.isOpen) throw new Malformed('an element of unknown size in one of a known size')
      children.push(child)
      at = child.end
    }
    return children
  }

  private count(): void {
    if (++this.elements > MAX_ELEMENTS) throw new Uncheckable(`more than ${MAX_ELEMENTS} elements`)
  }

  /**
   * Void space, or an element that goes and becomes that.
   * @param blocks what it tells, in file order; found out when absent.
   */
  private async addUnneeded(name: string, element: Element, blocks?: readonly Block[]): Promise<void> {
    if (element.id === ID.void) {
      this.list.add('Void', element.body)
      return this.list.add('Void/rest', element.end)
    }
    const told = blocks ?? (await this.toldOrUnknown(element, name))
    const ends = [...told.slice(1).map(({ start }) => start), element.end]
    // The head of the Void has to lie in the first part.
    const isTold = (ends[0] ?? 0) - element.start >= MAX_VOID_HEAD_BYTES || ends.length === 1
    for (const [index, end] of (isTold ? ends : [element.end]).entries()) {
      const replacement = index === 0 ? voidUpTo(element, end) : undefined
      this.list.add(name, end, told[index], { ...(replacement && { replacement }) })
    }
  }

  private async toldOrUnknown(element: Element, name: string): Promise<Block[]> {
    if (element.end === element.body || element.id === CRC) return []
    try {
      const told = await toldBy(this.source, element)
      if (told.length > 0 || QUIET.has(element.id)) return told
    } catch (error) {
      if (!(error instanceof Malformed)) throw error
    }
    return [{ type: 'unknown', label: name, start: element.body, end: element.end }]
  }

  /** Entries that point to what goes would make players look for it: RFC 9559 §5.1.1. */
  private async addSeekHead(seekHead: Element): Promise<void> {
    this.list.add('SeekHead', seekHead.body)
    for (const seek of await this.childrenOf(seekHead)) {
      const target = seek.id === ID.seek ? await this.seekTarget(seek) : 0
      if (STAYING.has(target)) this.list.add('SeekHead/Seek', seek.end)
      else await this.addUnneeded('SeekHead/Seek of what goes', seek, seek.id === ID.seek ? [] : undefined)
    }
  }

  private async seekTarget(seek: Element): Promise<number> {
    const children = await this.childrenOf(seek)
    const id = children.find((child) => child.id === ID.seekId)
    return children.length === 2 && seek.end - seek.start <= MAX_SEEK_BYTES && id ? unsignedIn(this.source, id) : 0
  }

  private async addInfo(info: Element): Promise<void> {
    this.list.add('Info', info.body)
    for (const child of await this.childrenOf(info)) {
      const text = INFO_TEXTS[child.id]
      if (child.id === ID.muxingApp || child.id === ID.writingApp) {
        // Both have to be there; zeros end a text.
        this.list.add(`Info/${text}`, child.body)
        this.list.add(`Info/${text}/value`, child.end, textBlock(text ?? '', child))
      } else if (text !== undefined) await this.addUnneeded(`Info/${text}`, child, [textBlock(text, child)])
      else if (child.id === ID.dateUtc) {
        const range = { start: child.body, end: child.end }
        await this.addUnneeded('Info/DateUTC', child, [{ type: 'time-2001', label: 'DateUTC', ...range }])
      } else await this.addChild('Info/', child, INFO)
    }
  }

  private async addTracks(tracks: Element): Promise<void> {
    if (this.hasTracks) throw new Malformed('two lists of tracks')
    this.hasTracks = true
    this.list.add('Tracks', tracks.body)
    for (const track of await this.childrenOf(tracks)) {
      if (track.id === ID.track) await this.addTrack(track)
      else await this.addUnneeded(`Tracks/${nameOf(track)}`, track)
    }
  }

  private async addTrack(track: Element): Promise<void> {
    const children = await this.childrenOf(track)
    const find = (id: number) => children.find((child) => child.id === id)
    const [number, type] = [find(ID.trackNumber), find(ID.trackType)]
    if (!number || !type) throw new Malformed('a track without a number or a type')
    const trackNumber = await unsignedIn(this.source, number)
    const kind = TRACK_TYPES[await unsignedIn(this.source, type)]
    const codec = find(ID.codecId)
    if (!kind) {
      const word = codec ? latin1(await this.source.read(codec.body, Math.min(codec.end, codec.body + 40))) : 'data'
      this.going.set(trackNumber, word)
      return this.addUnneeded(`Tracks/TrackEntry (${word})`, track, [])
    }
    if (find(ID.trackOperation)) throw new Uncheckable('a track that is made of others')
    if (children.length > 0) this.list.add(`Tracks/TrackEntry of ${kind}`, track.body)
    for (const child of children) {
      if (child.id === ID.trackUid) await this.addUid(child, trackNumber)
      else if (child.id === ID.trackName)
        await this.addUnneeded('Tracks/TrackEntry/Name', child, [textBlock('Name', child)])
      else await this.addChild('Tracks/TrackEntry/', child, TRACK)
    }
  }

  /** A random number, which would tell two copies of a film for the same; the track's own number serves as well. */
  private async addUid(uid: Element, trackNumber: number): Promise<void> {
    const length = uid.end - uid.body
    if (length < 1 || length > 8) throw new Malformed(`a TrackUID of ${length} bytes`)
    const name = 'Tracks/TrackEntry/TrackUID'
    this.list.add(name, uid.body)
    if ((await unsignedIn(this.source, uid)) === trackNumber) return this.list.add(name, uid.end)
    const bytes = new Uint8Array(length)
    for (let at = length - 1, rest = trackNumber; at >= 0; at--, rest = Math.floor(rest / 256)) bytes[at] = rest % 256
    this.list.add(`${name} of this film`, uid.end, undefined, {
      replacement: [{ kind: 'bytes', bytes }],
      replacementName: name,
    })
  }

  /** All that is needed of a cluster has one name, so that its frames are one part. */
  private async addCluster(cluster: Element): Promise<number> {
    if (!this.hasTracks) throw new Malformed('frames in front of the list of tracks')
    this.list.add('Cluster', cluster.body)
    for (let at = cluster.body; at < cluster.end; ) {
      this.count()
      const child = await this.frameOrCut(at, cluster)
      if (cluster.isOpen && TOP.has(child.id)) return at
      await this.addInCluster(child)
      at = child.end
    }
    return cluster.end
  }

  private async frameOrCut(start: number, cluster: Element): Promise<Element> {
    try {
      return await elementAt(this.source, start, cluster.isOpen ? Number.MAX_SAFE_INTEGER : cluster.end)
    } catch (error) {
      // No player shows it.
      if (!(error instanceof Malformed) || cluster.end !== this.source.size) throw error
      return { id: 0, start, body: start, end: cluster.end, isOpen: false }
    }
  }

  private async addInCluster(child: Element): Promise<void> {
    const { id, body, end } = child
    if (id === 0 || (end > this.source.size && !TOP.has(id))) return this.list.add(CUT_SHORT, this.source.size)
    if (id === ID.timestamp || id === ID.position || id === ID.prevSize) {
      if (end - body <= 8) return this.list.add('Cluster', end)
    } else if (id === ID.simpleBlock) {
      const word = this.going.get(await this.trackOf(child))
      if (word === undefined) return this.list.add('Cluster', end)
      return this.addUnneeded(`Cluster/SimpleBlock (${word})`, child, [await this.frameBlock(child, word)])
    } else if (id === ID.blockGroup) return this.addBlockGroup(child)
    await this.addUnneeded(`Cluster/${nameOf(child)}`, child)
  }

  private async addBlockGroup(group: Element): Promise<void> {
    const children = await this.childrenOf(group)
    const block = children.find(({ id }) => id === ID.block)
    const word = block ? this.going.get(await this.trackOf(block)) : 'a group without a frame'
    if (word !== undefined) {
      const told = block ? [await this.frameBlock(block, word)] : undefined
      return this.addUnneeded(`Cluster/BlockGroup (${word})`, group, told)
    }
    this.list.add('Cluster', group.body)
    for (const child of children) await this.addOfGroup(child, BLOCK_GROUP)
  }

  private async addOfGroup(child: Element, level: Level): Promise<void> {
    const known = level[child.id]
    if (known && 'children' in known) {
      this.list.add('Cluster', child.body)
      for (const inner of await this.childrenOf(child)) await this.addOfGroup(inner, known.children)
    } else if (known && child.end - child.body <= known.most) this.list.add('Cluster', child.end)
    else await this.addUnneeded(`Cluster/${nameOf(child)}`, child)
  }

  /** The number of the track that a frame belongs to: RFC 9559 §10.1, a number of variable length, as sizes are. */
  private async trackOf({ body, end }: Element): Promise<number> {
    const bytes = await this.source.read(body, Math.min(body + 8, end))
    const length = Math.clz32(bytes[0] ?? 0) - 23
    if (length > bytes.length) throw new Malformed('a frame without a track')
    let track = (bytes[0] ?? 0) & (0xff >> length)
    for (let at = 1; at < length; at++) track = track * 256 + (bytes[at] ?? 0)
    return track
  }

  /** What a frame of a track that goes tells, behind its track, time and flags; one group a kind of text. */
  private async frameBlock({ body, end }: Element, word: string): Promise<Block> {
    const head = Math.clz32((await this.source.read(body, Math.min(body + 1, end)))[0] ?? 0) - 23
    const range = { start: Math.min(body + head + 3, end), end }
    if (word.startsWith('S_')) return { type: 'text', label: 'subtitles', encoding: 'utf-8', ...range, group: word }
    return { type: 'unknown', label: word, ...range, group: word }
  }
}

/** A checksum of what holds it, which is changed: RFC 8794 §11.3.1. */
const CRC = 0xbf
/** They hold nothing of a person's when there is nothing told by them. */
const QUIET: ReadonlySet<number> = new Set([ID.tags, ID.chapters, ID.attachments, ID.seek])
const STAYING: ReadonlySet<number> = new Set([ID.info, ID.tracks, ID.cues, ID.cluster, ID.seekHead])
const MAX_SEEK_BYTES = 64
const MAX_VOID_HEAD_BYTES = 9

/** The bytes of a Void as long as the element, from its start up to `end`; the rest of it is zeros. */
function voidUpTo({ start, end: last }: Element, end: number): Content[] {
  const [head, zeros] = voidElement(last - start)
  if (head?.kind !== 'bytes' || zeros?.kind !== 'zeros') throw new Error('a Void begins with a head')
  return [head, { kind: 'zeros', length: end - start - head.bytes.length }]
}

function nameOf({ id }: Element): string {
  return NAMES[id] ?? `element ${id.toString(16)}`
}

const NAMES: Readonly<Record<number, string>> = {
  [ID.tags]: 'Tags',
  [ID.chapters]: 'Chapters',
  [ID.attachments]: 'Attachments',
  [ID.contentEncryption]: 'ContentEncryption',
  191: 'CRC-32',
  29604: 'SegmentUUID',
}

function textBlock(label: string, { body: start, end }: Element): Block {
  return { type: 'text', label, encoding: 'utf-8', start, end }
}
