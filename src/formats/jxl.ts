import { BOX_HEAD_BYTES, LARGE_BOX_HEAD_BYTES, readBoxHead } from './core/box-head'
import { Malformed, Uncheckable } from './core/malformed'
import type { Block, BlockType, Part } from './core/part'
import { PartList } from './core/part-list'
import { Reader, startsWith } from './core/reader'
import type { Source } from './core/source'
import type { Format } from './format'

/**
 * JPEG XL: a bare codestream, or one in boxes (ISO/IEC 18181-2). The way up and the colours are part of the codestream,
 * which is not looked into: what a writer put behind its last frame stays.
 */
export const jxl: Format = { name: 'jxl', recognises, split, rebuild }

/** ISO/IEC 18181-1 §C.1. */
const CODESTREAM = '\xff\x0a'

/** The whole first box: ISO/IEC 18181-2 §9.1.1. */
const SIGNATURE_BOX = '\0\0\0\x0cJXL \x0d\x0a\x87\x0a'

/** More boxes than any picture has. */
const MAX_BOXES = 64 * 1024

/** Boxes with a size of their own, so that nothing hides behind a known name: bytes of the payload. */
const FIXED: Readonly<Record<string, number>> = { 'JXL ': 4, ftyp: 12, jxll: 1 }
const PICTURE: ReadonlySet<string> = new Set(['jxlc', 'jxlp', 'jxli'])

const BLOCK_TYPES: Readonly<Record<string, BlockType>> = { Exif: 'exif', 'xml ': 'xmp', jumb: 'c2pa' }

interface Box {
  readonly type: string
  /** Where the payload begins and ends. */
  readonly start: number
  readonly end: number
}

function recognises(head: Uint8Array): boolean {
  return startsWith(head, CODESTREAM) || startsWith(head, SIGNATURE_BOX)
}

async function split(source: Source): Promise<Part[]> {
  const list = new PartList(source)
  const head = await source.read(0, Math.min(SIGNATURE_BOX.length, source.size))
  if (startsWith(head, CODESTREAM)) {
    list.add('codestream', source.size)
    return list.finish()
  }
  if (!startsWith(head, SIGNATURE_BOX)) throw new Malformed('no JPEG XL signature')
  let isComplete = false
  for (let count = 0; list.position < source.size; count++) {
    if (count === MAX_BOXES) throw new Uncheckable(`more than ${MAX_BOXES} boxes`)
    const box = await readBox(source, list.position)
    if (!box) {
      if (isComplete) break
      throw new Malformed(`no box at ${list.position}`)
    }
    isComplete ||= await endsCodestream(source, box)
    await addBox(list, source, box)
  }
  if (!isComplete) throw new Malformed('the codestream is cut short')
  return list.finish()
}

/** The box at an offset, or null where none can be: too few bytes, a size smaller than its head or beyond the file. */
async function readBox(source: Source, at: number): Promise<Box | null> {
  const box = readBoxHead(new Reader(await source.read(at, Math.min(at + LARGE_BOX_HEAD_BYTES, source.size))))
  if (!box) return null
  // Only the short size can be 0.
  if (box.length === 0 && box.head !== BOX_HEAD_BYTES) return null
  const end = box.length === 0 ? source.size : at + box.length
  return end > source.size ? null : { type: box.type, start: at + box.head, end }
}

/** Whether the codestream ends with this box; a piece says in its first bit that it is the last: ISO/IEC 18181-2 §9.9. */
async function endsCodestream(source: Source, { type, start, end }: Box): Promise<boolean> {
  if (type !== 'jxlp') return type === 'jxlc'
  return new Reader(await source.read(start, Math.min(end, start + 4))).u8() >= 0x80
}

async function addBox(list: PartList, source: Source, { type, start, end }: Box): Promise<void> {
  const size = FIXED[type]
  if (size !== undefined && size !== end - start) throw new Malformed(`${type} of ${end - start} bytes`)
  if (size !== undefined || PICTURE.has(type)) return list.add(type, end)
  if (type === 'brob') return list.add('brob', end, await compressedBlock(source, start, end))
  const block = { type: BLOCK_TYPES[type] ?? 'unknown', label: type, start, end } as const
  if (type === 'Exif') return list.add('Exif', end, { ...block, start: await tiffStart(source, start, end) })
  list.add(block.type === 'unknown' ? `box ${type.replace(/[^\w .-]/g, '?')}` : type.trim(), end, block)
}

/** In an Exif box, four bytes tell how far behind them the TIFF structure begins: ISO/IEC 18181-2 §9.4. */
async function tiffStart(source: Source, start: number, end: number): Promise<number> {
  if (end - start < 4) return start
  const offset = new Reader(await source.read(start, start + 4)).u32()
  return start + 4 + offset <= end ? start + 4 + offset : start
}

/** A box packed with Brotli; its payload begins with the type of the box that was packed: ISO/IEC 18181-2 §9.8. */
async function compressedBlock(source: Source, start: number, end: number): Promise<Block> {
  const inner = new Reader(await source.read(start, Math.min(end, start + 4))).latin1(4)
  return { type: BLOCK_TYPES[inner] ?? 'unknown', label: `brob ${inner}`, packing: 'brotli', start: start + 4, end }
}

/** Nothing depends on the boxes that go: offsets in a frame index count from the start of the codestream. */
async function rebuild(parts: readonly Part[], stays: (part: Part) => boolean): Promise<Part[]> {
  return parts.filter(stays)
}
