import type { Clue } from '../clue'
import { utf16 } from '../decode/charset'
import { decode } from '../decode/display-text'
import type { Payload } from '../decode/payload'
import { asDevice, asPerson, asTime, asWords, type TagMapping } from '../tag-mapping'
import { TEXT_TRACKS, timedTextClues } from './quicktime/timed-text'

/** Keywords of PNG text (PNG 3 §11.3.3.1) in lower case, and those by which picture generators keep their input. */
const KEYWORDS: ReadonlyMap<string, TagMapping> = new Map<string, TagMapping>([
  ['title', asWords('caption')],
  ['description', asWords('caption')],
  ['author', asPerson('author')],
  ['artist', asPerson('author')],
  ['copyright', asWords('rights')],
  ['creation time', asTime('taken')],
  ['software', asDevice('software')],
  ['source', asDevice('software')],
  ['comment', asWords('comment')],
  ['keywords', asWords('keywords')],
  ['parameters', asWords('prompt')],
  ['prompt', asWords('prompt')],
  ['workflow', asWords('prompt')],
  ['dream', asWords('prompt')],
  ['sd-metadata', asWords('prompt')],
  ['invokeai_metadata', asWords('prompt')],
  ['invokeai_graph', asWords('prompt')],
  ['generation_data', asWords('prompt')],
  ['date:create', asTime('changed')],
  ['date:modify', asTime('changed')],
  ['date:timestamp', asTime('changed')],
  ['disclaimer', asWords('rights')],
  ['warning', asWords('comment')],
  // Thumbnails of the desktop: freedesktop.org, 'Thumbnail Managing Standard'.
  ['thumb::uri', asWords('comment')],
  ['thumb::mtime', (text) => ({ type: 'time', text: fromUnix(text), event: 'changed' })],
])

/** ImageMagick repeats Exif's texts and numbers, one text a tag. A half of a position tells where as well, read by itself. */
const EXIF_KEYWORDS: readonly (readonly [keyword: RegExp, meaning: TagMapping])[] = [
  [/^exif:gps(?:dest)?(?:latitude|longitude)$/, (text) => ({ type: 'place-name', text: degrees(text), size: 0 })],
  [/^exif:datetime(?:original|digitized)$/, asTime('taken')],
  [/^exif:datetime$/, asTime('changed')],
  [/^exif:make$/, asDevice('make')],
  [/^exif:model$/, asDevice('model')],
  [/^exif:(?:bodyserialnumber|lensserialnumber)$/, asDevice('serial')],
  [/^exif:(?:artist|cameraownername|xpauthor)$/, asPerson('author')],
  [/^exif:copyright$/, asWords('rights')],
  [/^exif:software$/, asDevice('software')],
  [/^exif:(?:imagedescription|usercomment|xp\w+|gpsareainformation)$/, asWords('comment')],
]

/** Names under which ImageMagick, FFmpeg and others note technical things. */
const TECHNICAL =
  /^(?:png:|jpeg:|icc:|dcm:|tiff:|exif:|svg:|pdf:|thumb::|rdf:|x-|(?:unknown|signature|colorspace|dpi|gamma|resolution|disposal|compression|height|width|page)$)/

/** PNG tEXt, zTXt, iTXt; JPEG COM; GIF comments: a text whose label says what it is. */
export function textClues(payload: Payload): Clue[] {
  const { bytes, label } = payload
  if (TEXT_TRACKS.has(label ?? '')) return timedTextClues(payload)
  const text = textOf(bytes)
  const keyword = (label ?? '').trim()
  const source = keyword === '' ? 'comment' : keyword
  const name = keyword.toLowerCase()
  const known = KEYWORDS.get(name) ?? EXIF_KEYWORDS.find(([pattern]) => pattern.test(name))?.[1]
  if (!known && TECHNICAL.test(name)) return []
  if (known) return [{ ...known(text), source }]
  // A comment has no name; what stands under a name of nobody's is judged by its value.
  return [keyword === '' ? { type: 'words', role: 'comment', text, source } : { type: 'unlisted', name, text, source }]
}

/** Comments are in whatever their program wrote: in UTF-16 too, or behind a NUL. */
function textOf(bytes: Uint8Array): string {
  const start = bytes.findIndex((byte) => byte !== 0)
  if (start < 0) return ''
  const mark = (bytes[0] ?? 0) * 256 + (bytes[1] ?? 0)
  const isWide =
    mark === 0xfeff || mark === 0xfffe || (bytes.length > 3 && bytes[start + 1] === 0 && bytes[start + 3] === 0)
  if (isWide) return utf16(bytes)
  const rest = bytes.subarray(start)
  // tEXt is Latin-1 by the standard; programs write UTF-8 all the same.
  return decode(rest)
}

/** '45/1, 46/1, 3800/100' as people write it: 45° 46′ 38″. */
function degrees(text: string): string {
  const parts = text.split(/[\s,]+/).map((part) => {
    const [above, below = '1'] = part.split('/')
    return Number(above) / Number(below)
  })
  // Phones that hide the place write zeros.
  if (parts.every((part) => part === 0)) return ''
  return parts.every(Number.isFinite) ? parts.map((part, index) => `${part}${'°′″'[index] ?? ''}`).join(' ') : text
}

/** Seconds since 1970. */
function fromUnix(text: string): string {
  const date = new Date(Number(text) * 1000)
  return Number.isNaN(date.getTime()) ? text : date.toISOString().slice(0, 19)
}
