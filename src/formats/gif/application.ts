import type { Block, BlockType } from '../core/part'
import { latin1, startsWith } from '../core/reader'
import type { Source } from '../core/source'
import { neutralProfile } from './profile'

/** Introducer, label, block size, eight bytes of identifier and three of authentication code: GIF89a §26. */
export const APPLICATION_HEAD = 14
const NAME = { start: 3, length: 11 }

/** Behind an XMP packet: bytes that lead whoever takes the packet for sub-blocks to its end. XMP part 3 §1.1.2. */
const XMP_TRAILER = 258

const LOOPING = ['NETSCAPE2.0', 'ANIMEXTS1.0']
/** Sub-blocks as Netscape defined them: 1 and the number of loops (2 bytes), 2 and how much to read ahead (4 bytes). */
const LOOPS = { head: '\x03\x01', length: 4 }
const BUFFER = { head: '\x05\x02', length: 6 }

/** What a part with a colour profile is called: ICC.1:2022 Annex B.6. */
export const PROFILE = 'application ICCRGBG1012'

/** Blocks that ImageMagick cuts into sub-blocks. */
const IN_PIECES: Readonly<Record<string, BlockType>> = { MGK8BIM0000: 'photoshop', MGKIPTC0000: 'photoshop' }

/** An application extension: what its part is called, and what is in it, in one piece or in sub-blocks. */
export interface Application {
  readonly name: string
  /** As `Part` has it. */
  readonly canonical?: string
  readonly block?: Block
  readonly pieces?: { readonly type: BlockType; readonly start: number; readonly end: number }
}

/** @param at where the extension begins. @param end where its sub-blocks end. */
export async function describeApplication(source: Source, at: number, end: number): Promise<Application> {
  const start = at + APPLICATION_HEAD
  const head = await source.read(at, Math.min(end, start))
  const id = head[2] === NAME.length ? latin1(head.subarray(NAME.start)) : ''
  const name = `application ${id.replace(/[^\w .-]/g, '?')}`
  const unknown = { type: 'unknown', label: id, start: at + 2, end } as const
  if (LOOPING.includes(id))
    return (await isPlainLoop(source, start, end))
      ? { name }
      : { name: `${name} with more`, canonical: name, block: unknown }
  if (name === PROFILE && (await neutralProfile(source, start, end)))
    return { name: `${name} of a screen`, canonical: name }
  if (name === PROFILE) return { name }
  if (id === 'XMP DataXMP') return { name, ...(await describeXmp(source, start, end)) }
  const type = IN_PIECES[id]
  if (type) return { name, pieces: { type, start, end } }
  return { name, block: id.startsWith('C2PA_GIF') ? { ...unknown, type: 'c2pa' } : unknown }
}

async function isPlainLoop(source: Source, start: number, end: number): Promise<boolean> {
  const subBlocks = await source.read(start, Math.min(end, start + LOOPS.length + BUFFER.length + 1))
  if (subBlocks.length !== end - start) return false
  const loops = startsWith(subBlocks, LOOPS.head) ? LOOPS.length : 0
  const buffer = startsWith(subBlocks, BUFFER.head, loops) ? BUFFER.length : 0
  return loops + buffer > 0 && subBlocks.length === loops + buffer + 1
}

/** The packet stands in the file as it is; some writers cut it into sub-blocks all the same. */
async function describeXmp(source: Source, start: number, end: number): Promise<Omit<Application, 'name'>> {
  const packetEnd = end - XMP_TRAILER
  const [first, second] = packetEnd >= start ? await source.read(packetEnd, packetEnd + 2) : []
  if (first === 0x01 && second === 0xff) return { block: { type: 'xmp', start, end: packetEnd } }
  return { pieces: { type: 'xmp', start, end } }
}
