import { Malformed, NotThisFormat, Uncheckable } from '../core/malformed'
import type { Part } from '../core/part'
import { PartList } from '../core/part-list'
import { latin1, startsWith } from '../core/reader'
import type { Source } from '../core/source'
import type { Format } from '../format'
import { checkAttribute, checkStyle, keepsAttribute } from './attributes'
import { EMBEDDED, pictureOffset, rebuiltPicture, withPicture } from './embedded'
import { EDITORS, ELEMENTS, SVG, WITH_TEXT, WORDS } from './names'
import { type Attribute, type Token, tokensOf } from './tokens'

/**
 * SVG in UTF-8 or ISO 8859-1, as text: what is never drawn goes, what is drawn stays as it is written. A drawing that runs
 * scripts, embeds fonts, or refers to other documents is refused, for that cannot be judged here. Pictures in it are cleaned as files are.
 */
export const svg: Format = { name: 'svg', recognises, split, rebuild }

const BYTE_ORDER_MARK = '\xef\xbb\xbf'

/** More text than any drawing has that is shared as a picture; all of it comes into memory. */
const MAX_SVG_BYTES = 16 * 1024 * 1024

const DECLARATION =
  /^<\?xml\s+version\s*=\s*["']1\.[01]["'](?:\s+encoding\s*=\s*["'](?:utf-8|us-ascii|iso-8859-1)["'])?(?:\s+standalone\s*=\s*["'](?:yes|no)["'])?\s*\?>$/i

/** The document types of SVG 1.0 and 1.1, with nothing of the author's in them. */
const DOCTYPE =
  /^<!DOCTYPE\s+svg(?:\s+PUBLIC\s+["']-\/\/W3C\/\/DTD SVG [\w. ]{1,20}\/\/EN["']\s+["']https?:\/\/www\.w3\.org\/[\w./-]{1,80}["'])?\s*>$/

interface Element {
  readonly name: string
  readonly local: string
  /** Whether it is a `text`, or lies in one at whatever depth. */
  readonly isInText: boolean
}

function recognises(head: Uint8Array): boolean {
  const text = latin1(head).replace(BYTE_ORDER_MARK, '').trimStart()
  return /^<(?:svg|\?xml|!DOCTYPE\s+svg|!--)/.test(text)
}

async function split(source: Source): Promise<Part[]> {
  if (source.size > MAX_SVG_BYTES) throw new Uncheckable(`an SVG of ${source.size} bytes`)
  const bytes = await source.read(0, source.size)
  const from = startsWith(bytes, BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length : 0
  const walk = new Walk(source, latin1(bytes))
  walk.list.add('byte order mark', from)
  return Promise.all((await walk.parts(from)).map(withPicture))
}

async function rebuild(parts: readonly Part[], stays: (part: Part) => boolean): Promise<Part[]> {
  const rebuilt: Part[] = []
  for (const part of parts) {
    if (stays(part)) rebuilt.push(part)
    else if (part.embedded) rebuilt.push(await rebuiltPicture(part, stays))
  }
  return rebuilt
}

/** Goes through the markup once, with the elements that are open. */
class Walk {
  readonly list: PartList
  private readonly open: Element[] = []
  private readonly namespaces = new Map<string, string>()
  private hasRoot = false
  /** The element that goes with all that is in it, and how deep in it the walk is. */
  private leaving: { readonly element: Element; readonly start: number; depth: number } | null = null

  constructor(
    source: Source,
    private readonly text: string,
  ) {
    this.list = new PartList(source)
  }

  parts(from: number): Promise<Part[]> {
    for (const token of tokensOf(this.text, from)) {
      if (this.leaving) this.leave(token)
      else this.take(token)
    }
    if (!this.hasRoot) throw new NotThisFormat('no svg element')
    if (this.open.length > 0 || this.leaving) throw new Malformed('an element is not closed')
    return this.list.finish()
  }

  private take(token: Token): void {
    const { start, end } = token
    if (token.kind === 'open') this.takeOpen(token)
    else if (token.kind === 'close') this.takeClose(token.name, end)
    else if (token.kind === 'instruction') this.takeInstruction(token)
    else if (token.kind === 'doctype') this.takeDoctype(token)
    else if (token.kind === 'comment')
      this.list.add('comment', end, { type: 'text', start: start + 4, end: Math.max(start + 4, end - 3) })
    else this.takeText(token)
  }

  private takeClose(name: string, end: number): void {
    if (this.open.pop()?.name !== name) throw new Malformed(`${name} is closed before ${end}`)
    this.list.add('markup', end)
  }

  private takeDoctype({ start, end }: Token): void {
    if (!DOCTYPE.test(this.text.slice(start, end))) throw new Uncheckable('a document type with declarations')
    this.list.add('DOCTYPE', end)
  }

  private takeInstruction({ start, end }: Token): void {
    const text = this.text.slice(start, end)
    if (this.list.position <= BYTE_ORDER_MARK.length && DECLARATION.test(text)) this.list.add('XML declaration', end)
    else if (/^<\?xml[\s-]/i.test(text)) throw new Uncheckable('another encoding, or a style sheet elsewhere')
    else {
      const label = 'processing instruction'
      this.list.add(label, end, text.startsWith('<?xpacket') ? undefined : { type: 'unknown', label, start, end })
    }
  }

  private takeText({ start, end, kind }: Token): void {
    const text = this.text.slice(start, end)
    const { local: parent, isInText } = this.open.at(-1) ?? {}
    const isDrawn = isInText && WITH_TEXT.has(parent ?? '')
    if (isDrawn || (kind === 'text' && text.trim() === '')) this.list.add('markup', end)
    else if (parent === undefined) throw new Uncheckable(`text outside of the drawing at ${start}`)
    else if (parent === 'style') this.takeStyle(text, start, end)
    else this.list.add(`text of ${parent}`, end, { type: 'text', label: parent, encoding: 'utf-8', start, end })
  }

  private takeStyle(text: string, start: number, end: number): void {
    checkStyle(text)
    for (const comment of text.matchAll(/\/\*[\s\S]*?\*\//g)) {
      const at = start + comment.index
      this.list.add('markup', at)
      const inside = { start: at + 2, end: at + comment[0].length - 2 }
      this.list.add('comment', at + comment[0].length, { type: 'text', ...inside })
    }
    this.list.add('markup', end)
  }

  private takeOpen(token: Token & { kind: 'open' }): void {
    this.declare(token)
    const [prefix, local] = splitName(token.name)
    const isSvg = this.namespaces.get(prefix) === SVG
    if (this.open.length === 0) this.takeRoot(isSvg ? local : '')
    const element = { name: token.name, local, isInText: local === 'text' || this.open.at(-1)?.isInText === true }
    if (!isSvg || WORDS.has(this.open.at(-1)?.local ?? '')) {
      this.leaving = { element, start: token.start, depth: 0 }
      this.leave(token)
      return
    }
    if (!ELEMENTS.has(local) && !WORDS.has(local)) throw new Uncheckable(`${token.name} may run, embed or refer`)
    this.takeAttributes(token, local)
    this.list.add('markup', token.end)
    if (!token.isEmpty) this.open.push(element)
  }

  private takeRoot(name: string): void {
    if (name !== 'svg') throw new NotThisFormat('the root is not svg')
    if (this.hasRoot) throw new Malformed('a second root')
    this.hasRoot = true
  }

  private takeAttributes({ attributes }: Token & { kind: 'open' }, element: string): void {
    for (const attribute of attributes) {
      if (element === 'image' && this.takePicture(attribute)) continue
      checkAttribute(attribute, element, this.namespaces)
      if (keepsAttribute(attribute) && !(WORDS.has(element) && attribute.name !== 'xmlns')) continue
      this.list.add('markup', attribute.start)
      const isPath = /:(?:export-filename|absref|docbase)$/.test(attribute.name)
      const [start, end] = [attribute.end - attribute.value.length - 1, attribute.end - 1]
      const block = { type: 'text', label: attribute.name, encoding: 'utf-8', start, end } as const
      this.list.add(`attribute ${attribute.name}`, attribute.end, isPath ? block : undefined)
    }
  }

  /** A picture in the text of the drawing: the part of it that is in base64. */
  private takePicture({ name, value, end }: Attribute): boolean {
    const offset = name === 'href' || name === 'xlink:href' ? pictureOffset(value) : null
    if (offset === null) return false
    this.list.add('markup', end - 1 - value.length + offset)
    this.list.add(EMBEDDED, end - 1)
    return true
  }

  /** XML Namespaces §6; a prefix that means two things in one drawing is more than a writer of pictures needs. */
  private declare({ attributes }: Token & { kind: 'open' }): void {
    for (const { name, value } of attributes) {
      if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue
      const prefix = name.slice('xmlns:'.length)
      if ((this.namespaces.get(prefix) ?? value) !== value) throw new Uncheckable(`${name} means two things`)
      this.namespaces.set(prefix, value)
    }
  }

  private leave(token: Token): void {
    const { leaving } = this
    if (!leaving) return
    if (token.kind === 'open' && !token.isEmpty) leaving.depth++
    if (token.kind === 'close') leaving.depth--
    if (leaving.depth > 0) return
    const { element, start } = leaving
    this.list.add(`element ${element.name}`, token.end, this.blockOf(element, start, token.end))
    this.leaving = null
  }

  private blockOf({ name, local }: Element, start: number, end: number): Part['block'] {
    const [prefix] = splitName(name)
    const label = name
    if (local === 'RDF' || local === 'xmpmeta') return { type: 'xmp', label, start, end }
    if (prefix === 'c2pa') return { type: 'c2pa', label, start, end }
    return EDITORS.has(this.namespaces.get(prefix) ?? '') ? undefined : { type: 'unknown', label, start, end }
  }
}

/** The prefix, '' where there is none, and the local name. */
function splitName(name: string): [prefix: string, local: string] {
  const colon = name.indexOf(':')
  return colon < 0 ? ['', name] : [name.slice(0, colon), name.slice(colon + 1)]
}
