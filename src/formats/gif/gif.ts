import { concat } from '../core/bytes'
import { Malformed, Uncheckable } from '../core/malformed'
import { type BlockType, fresh, type Part } from '../core/part'
import { PartList } from '../core/part-list'
import { Reader, startsWith } from '../core/reader'
import type { Source } from '../core/source'
import type { Format } from '../format'
import { APPLICATION_HEAD, describeApplication, PROFILE } from './application'
import { neutralProfile } from './profile'
import { endOfSubBlocks, subBlocks } from './sub-blocks'

/** GIF, still or animated. Sections are those of the GIF89a specification. */
export const gif: Format = { name: 'gif', recognises, split, rebuild }

/** Signature, version and logical screen descriptor: §17, §18. */
const FILE_HEAD = 13

/** Separator, place, size and flags of an image: §20. */
const IMAGE_HEAD = 10

/** More images and extensions than any picture has. */
const MAX_BLOCKS = 256 * 1024

/** First byte of a block: §12, Appendix A. */
const IMAGE = 0x2c
const EXTENSION = 0x21
const TRAILER = 0x3b

/** Second byte of an extension. */
const PLAIN_TEXT = 0x01
const GRAPHIC_CONTROL = 0xf9
const COMMENT = 0xfe
const APPLICATION = 0xff

/** Introducer, label, a sub-block of four bytes, an empty sub-block: §23. */
const GRAPHIC_CONTROL_LENGTH = 8

/** Introducer, label and a sub-block of twelve bytes that place the text: §25. */
const PLAIN_TEXT_HEAD = 15

function recognises(head: Uint8Array): boolean {
  return startsWith(head, 'GIF87a') || startsWith(head, 'GIF89a')
}

async function split(source: Source): Promise<Part[]> {
  const head = new Reader(await source.read(0, FILE_HEAD))
  if (!recognises(head.take(6))) throw new Malformed('no GIF signature')
  const list = new PartList(source)
  list.add('header', FILE_HEAD + colourTable(head.skip(4).u8()))
  let images = 0
  for (let count = 0; list.position < source.size; count++) {
    if (count === MAX_BLOCKS) throw new Uncheckable(`more than ${MAX_BLOCKS} blocks`)
    const [introducer, label = -1] = await source.read(list.position, Math.min(list.position + 2, source.size))
    if (introducer === IMAGE) {
      await addImage(list, source)
      images++
    } else if (introducer === EXTENSION) await addExtension(list, source, label)
    else if (introducer === TRAILER) {
      list.add('trailer', list.position + 1)
      break
    } else throw new Malformed(`neither an image nor an extension at ${list.position}`)
  }
  // Decoders show a file that ends behind a whole image, without a trailer; `rebuild` gives it one.
  if (images === 0) throw new Malformed('no image')
  return list.finish()
}

/** Bytes of the colour table that the flags of a screen or an image announce: §18, §20. */
function colourTable(flags: number): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0
}

async function addImage(list: PartList, source: Source): Promise<void> {
  const at = list.position
  const flags = new Reader(await source.read(at, at + IMAGE_HEAD)).seek(IMAGE_HEAD - 1).u8()
  const codeSize = 1
  list.add('image', await endOfSubBlocks(source, at + IMAGE_HEAD + colourTable(flags) + codeSize))
}

async function addExtension(list: PartList, source: Source, label: number): Promise<void> {
  const at = list.position
  const end = await endOfSubBlocks(source, at + 2)
  switch (label) {
    case GRAPHIC_CONTROL:
      if (end - at !== GRAPHIC_CONTROL_LENGTH) throw new Malformed('a graphic control extension of the wrong size')
      return list.add('graphic control', end)
    case COMMENT:
      return addPieces(list, source, { name: 'comment', type: 'text', start: at + 2, end })
    case PLAIN_TEXT:
      return addPieces(list, source, { name: 'plain text', type: 'text', start: at + PLAIN_TEXT_HEAD, end })
    case APPLICATION: {
      const { name, canonical, block, pieces } = await describeApplication(source, at, end)
      if (pieces) return addPieces(list, source, { name, ...pieces })
      return list.add(name, end, block, canonical === undefined ? {} : { canonical })
    }
    default: {
      const name = `extension ${label.toString(16)}`
      return list.add(name, end, { type: 'unknown', label: name, start: at + 2, end })
    }
  }
}

/** Sub-blocks of one extension that are looked at: 64 KiB of text. */
const MAX_PIECES = 256

interface InPieces {
  readonly name: string
  readonly type: BlockType
  readonly start: number
  readonly end: number
}

/** Data that sub-blocks cut into pieces: each piece is a part, and so is what closes them. */
async function addPieces(list: PartList, source: Source, { name, type, start, end }: InPieces): Promise<void> {
  const group = `${name} at ${start}`
  let count = 0
  for await (const piece of subBlocks(source, start, end)) {
    if (count++ === MAX_PIECES) break
    list.add(name, piece.end, { type, group, ...piece })
  }
  list.add(name, end)
}

async function rebuild(parts: readonly Part[], stays: (part: Part) => boolean): Promise<Part[]> {
  if (parts.every(stays)) return [...parts]
  const out: Part[] = []
  for (const part of parts) {
    if (stays(part)) out.push(part)
    else if (part.canonical === PROFILE) out.push(await profileExtension(part, part.canonical))
    else if (part.canonical !== undefined) out.push(...(await loopsOnly(part, part.canonical)))
  }
  if (!out.some(({ name }) => name === 'trailer')) out.push(fresh('trailer', Uint8Array.of(TRAILER)))
  return out
}

/** The extension with the number of loops, if it has one, and nothing else. */
async function loopsOnly({ name, content }: Part, canonical: string): Promise<Part[]> {
  if (content.kind !== 'slice') throw new Error(`${name} does not come from split`)
  const { source, start, end } = content
  let count = 0
  for await (const piece of subBlocks(source, start + APPLICATION_HEAD, end)) {
    if (count++ === MAX_PIECES) break
    const data = await source.read(piece.start, piece.end)
    if (data.length !== 3 || data[0] !== 1) continue
    const loops = data.slice()
    const head = (await source.read(start, start + APPLICATION_HEAD)).slice()
    return [fresh(canonical, concat(head, Uint8Array.of(loops.length), loops, Uint8Array.of(0)))]
  }
  return []
}

async function profileExtension({ name, content }: Part, canonical: string): Promise<Part> {
  if (content.kind !== 'slice') throw new Error(`${name} does not come from split`)
  const { source, start, end } = content
  const profile = await neutralProfile(source, start + APPLICATION_HEAD, end)
  if (!profile) throw new Error('the profile of a screen changed while it was read')
  const head = Uint8Array.from(await source.read(start, start + APPLICATION_HEAD))
  return fresh(canonical, concat(head, profile))
}
