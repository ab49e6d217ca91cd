import { latin1 } from '../formats/reader'
import type { Clue, Said } from './clue'
import type { Payload } from './payload'
import { decode } from './plain'

type Meaning = (text: string) => Said

const words =
  (role: 'caption' | 'keywords' | 'comment' | 'prompt' | 'rights'): Meaning =>
  (text) => ({ says: 'words', text, role })
const person: Meaning = (text) => ({ says: 'person', text, role: 'author' })
const software: Meaning = (text) => ({ says: 'software', text })
const changed: Meaning = (text) => ({ says: 'time', text, event: 'changed' })

/** Keywords of PNG text (PNG 3 §11.3.3.1) in lower case, and those by which picture generators keep their input. */
const KEYWORDS: ReadonlyMap<string, Meaning | null> = new Map<string, Meaning | null>([
  ['title', words('caption')],
  ['description', words('caption')],
  ['author', person],
  ['artist', person],
  ['copyright', words('rights')],
  ['creation time', (text) => ({ says: 'time', text, event: 'taken' })],
  ['software', software],
  ['source', software],
  ['comment', words('comment')],
  ['keywords', words('keywords')],
  ['parameters', words('prompt')],
  ['prompt', words('prompt')],
  ['workflow', words('prompt')],
  ['dream', words('prompt')],
  ['sd-metadata', words('prompt')],
  ['invokeai_metadata', words('prompt')],
  ['invokeai_graph', words('prompt')],
  ['generation_data', words('prompt')],
  ['date:create', changed],
  ['date:modify', changed],
  ['date:timestamp', changed],
  // About the picture's encoding only.
  ['disclaimer', null],
  ['warning', null],
])

/** Names under which ImageMagick, FFmpeg and others note technical things. */
const TECHNICAL =
  /^(?:png:|jpeg:|icc:|dcm:|tiff:|exif:(?!gps|artist|make|model|copyright|imagedescription)|svg:|unknown|pdf:|signature$|thumb::|colorspace|dpi|gamma|resolution|disposal|compression|height|width|page|label$|rdf:|x-)/i

/** PNG tEXt, zTXt, iTXt; JPEG COM; GIF comments: a text whose label says what it is. */
export function textClues({ bytes, label, encoding }: Payload): Clue[] {
  const text = encoding === 'latin1' ? (latin1(bytes).split('\0', 1)[0] ?? '') : decode(bytes)
  const keyword = (label ?? '').trim()
  const source = keyword === '' ? 'comment' : keyword
  if (TECHNICAL.test(keyword)) return []
  const known = KEYWORDS.get(keyword.toLowerCase())
  if (known === null) return []
  const meaning = known ?? words('comment')
  return [{ ...meaning(text), source }]
}
