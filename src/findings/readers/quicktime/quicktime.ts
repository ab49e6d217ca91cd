import { Reader, startsWith } from '../../../formats/core/reader'
import { type Clue, MAX_CLUES, type Statement } from '../../clue'
import { boxesWithin, type MemoryBox } from '../../decode/boxes-in-memory'
import { decode } from '../../decode/display-text'
import type { Payload } from '../../decode/payload'
import { gpmfSaid } from './gpmf'
import { ATOMS, KEYS, PICTURES, UNTOLD } from './names'
import { xmlSays } from './xml'
import { xtraSays } from './xtra'

/** Deeper than any real nesting of metadata boxes. */
const MAX_DEPTH = 8

/** What QuickTime and MP4 metadata boxes say; the payload holds the boxes themselves. */
export function quicktimeClues({ bytes, blob }: Payload): Clue[] {
  const out: Statement[] = []
  readBoxes(bytes, boxesWithin(bytes, 0, bytes.length), [], blob, out)
  return out.map((clue) => ({ ...clue, source: 'QuickTime' }))
}

type Slice = Payload['blob']

function readBoxes(
  bytes: Uint8Array,
  boxes: readonly MemoryBox[],
  path: readonly string[],
  blob: Slice,
  out: Statement[],
) {
  if (path.length > MAX_DEPTH) return
  for (const box of boxes) {
    if (out.length >= MAX_CLUES) return
    if (box.type === 'udta') readBoxes(bytes, boxesWithin(bytes, box.body, box.end), [...path, 'udta'], blob, out)
    else if (box.type === 'meta') readMeta(bytes, box, path, blob, out)
    else if (box.type === 'GPMF') out.push(...gpmfSaid(bytes.subarray(box.body, box.end)))
    else if (box.type === 'loci') out.push(...location(bytes.subarray(box.body, box.end)))
    else if (box.type === 'chpl') out.push(...chapterTitles(bytes.subarray(box.body, box.end)))
    else if (box.type === 'Xtra') out.push(...xtraSays(bytes.subarray(box.body, box.end)))
    else out.push(...atomSays(bytes, box, blob))
  }
}

/** An atom of user data; one that nobody lists says its text, if it is one, or is called unread. */
function atomSays(bytes: Uint8Array, box: MemoryBox, blob: Slice): Statement[] {
  const { type, body, end } = box
  const known = ATOMS.get(type.replace(/^[©@]/, ''))
  if (known) return known(atomText(bytes, box))
  if (ELSEWHERE.has(type) || UNTOLD.test(type) || body === end) return []
  if (PICTURES.has(type)) return [{ type: 'picture', role: 'thumbnail', picture: pictureIn(bytes, box, blob) }]
  return type.startsWith('©')
    ? [{ type: 'unlisted', name: type.slice(1), text: atomText(bytes, box) }]
    : [{ type: 'unknown', label: type, bytes: end - body }]
}

/** Blocks of their own kind, which the walker hands over by themselves. */
const ELSEWHERE: ReadonlySet<string> = new Set(['XMP_', 'uuid'])

/** Some makers put a head of their own in front of the JPEG. */
function pictureIn(bytes: Uint8Array, { body, end }: MemoryBox, blob: Slice): Blob {
  for (let at = body; at + 2 < Math.min(end, body + 64); at++)
    if (bytes[at] === 0xff && bytes[at + 1] === 0xd8 && bytes[at + 2] === 0xff) return blob(at, end)
  return blob(body, end)
}

/** `meta` is a full box with four more bytes in MP4 (§8.11.1), and none in QuickTime. */
function readMeta(bytes: Uint8Array, box: MemoryBox, path: readonly string[], blob: Slice, out: Statement[]): void {
  const start = startsWith(bytes, 'hdlr', box.body + 4) ? box.body : box.body + 4
  const inner = boxesWithin(bytes, start, box.end)
  const keys = keysOf(
    bytes,
    inner.find(({ type }) => type === 'keys'),
  )
  for (const list of inner.filter(({ type }) => type === 'ilst')) {
    for (const item of boxesWithin(bytes, list.body, list.end)) out.push(...itemSays(bytes, item, keys, blob))
  }
  for (const { type, body, end } of inner) if (type === 'xml ') out.push(...xmlSays(bytes.subarray(body + 4, end)))
  readBoxes(
    bytes,
    inner.filter(({ type }) => type === 'udta'),
    [...path, 'meta'],
    blob,
    out,
  )
}

/** Names by which the items of the list beside are numbered, from 1: QuickTime File Format, 'Metadata item keys atom'. */
function keysOf(bytes: Uint8Array, box: MemoryBox | undefined): readonly string[] {
  if (!box) return []
  return boxesWithin(bytes, box.body + 8, box.end).map(({ body, end }) => decode(bytes.subarray(body, end)))
}

/** An item holds `data` boxes: type, locale, value. A freeform item ('----') names itself in a `name` box. */
function itemSays(bytes: Uint8Array, item: MemoryBox, keys: readonly string[], blob: Slice): Statement[] {
  const inner = boxesWithin(bytes, item.body, item.end)
  const number = new Reader(bytes).seek(item.body - 4).u32()
  const name = inner.find(({ type }) => type === 'name')
  const freeform = name && decode(bytes.subarray(name.body + 4, name.end))
  const meaning =
    item.type === '----' ? keyed(freeform) : (keyed(keys[number - 1]) ?? ATOMS.get(item.type.replace(/^[©@]/, '')))
  return inner.flatMap(({ type, body, end }): Statement[] => {
    if (type !== 'data' || end - body < 8) return []
    const value = bytes.subarray(body + 8, end)
    if (PICTURES.has(item.type)) return [{ type: 'picture', role: 'preview', picture: blob(body + 8, end) }]
    const kind = new Reader(bytes).seek(body).u32()
    return meaning && (kind === 1 || kind === 0)
      ? meaning(decode(value))
      : kind === 2 && meaning
        ? meaning(utf16be(value))
        : []
  })
}

/** A program's own key is judged by its name and its value, as in XMP. */
function keyed(key = ''): ((text: string) => Statement[]) | undefined {
  if (key === '') return undefined
  const name = key.slice(key.lastIndexOf('.') + 1)
  return KEYS.get(key) ?? ((text) => [{ type: 'unlisted', name, text }])
}

const utf16be = (bytes: Uint8Array) => new TextDecoder('utf-16be').decode(bytes)

/** Text as QuickTime ('©', length and language in front), 3GPP (version and packed language) or the maker alone writes it. */
function atomText(bytes: Uint8Array, { type, body, end }: MemoryBox): string {
  const value = bytes.subarray(body, end)
  const reader = new Reader(value)
  if (type.startsWith('©') && value.length >= 4) {
    const length = reader.u16()
    return decode(value.subarray(4, 4 + length), 'macintosh')
  }
  const isFull = value.length > 6 && value.subarray(0, 4).every((byte) => byte === 0)
  const text = isFull ? value.subarray(6) : value
  return text[0] === 0xfe && text[1] === 0xff ? utf16be(text.subarray(2)) : decode(text)
}

/** 3GPP TS 26.244 §8.12: name, role, then longitude, latitude and altitude in 16.16 fixed point. */
function location(value: Uint8Array): Statement[] {
  const text = value.subarray(6)
  const isWide = text[0] === 0xfe && text[1] === 0xff
  const nameEnd = isWide ? endOfWide(text) : text.indexOf(0) + 1
  if (nameEnd <= 0) return []
  const reader = new Reader(text).seek(nameEnd).skip(1)
  const fixed = () => (reader.u32() | 0) / 65536
  const [longitude, latitude, altitude] = [fixed(), fixed(), fixed()]
  const name = isWide ? utf16be(text.subarray(2, nameEnd - 2)) : decode(text)
  return [
    { type: 'position', latitude, longitude, altitude },
    { type: 'place-name', text: name, size: 0 },
  ]
}

/** Nero's list of chapters: version and flags, four bytes that are not used, a count, then start, length and title of each. */
function chapterTitles(value: Uint8Array): Statement[] {
  if (value.length < 9) return []
  const reader = new Reader(value).seek(8)
  const titles: string[] = []
  for (let left = reader.u8(); left > 0 && reader.remaining >= 9; left--) {
    const length = reader.skip(8).u8()
    titles.push(decode(reader.take(Math.min(length, reader.remaining))))
  }
  const text = titles
    .filter((title) => !/^\s*(?:chapter|chapitre|kapitel|cap[íi]tulo|capitolo|hoofdstuk)?\s*\d*\s*$/i.test(title))
    .join('\n')
  return text === '' ? [] : [{ type: 'words', role: 'caption', text }]
}

function endOfWide(text: Uint8Array): number {
  for (let at = 2; at + 1 < text.length; at += 2) if (text[at] === 0 && text[at + 1] === 0) return at + 2
  return 0
}
