import { Malformed } from '../../../formats/core/malformed'
import { NAMESPACES } from './namespaces'

/** A quarter of the engine's code, which most photos do not need. */
const loadXml = () => import('./xml')

/** One property of an XMP packet. Items of a list are children under the list's own name; fields of a structure are children. */
export interface Property {
  /** With the usual prefix, whatever the file calls it: 'dc:creator'. */
  readonly name: string
  /** The text of a simple property, else empty. */
  readonly value: string
  readonly children: readonly Property[]
}

/**
 * An XMP packet as a tree of properties (ISO 16684-1 §7), leniently: what is well-formed XML is read.
 * @returns a root without a name.
 * @throws {Malformed} when it is no XML, nested deeper than 100, or of more than {@link MAX_PIECES} pieces.
 */
export async function readXmp(bytes: Uint8Array): Promise<Property> {
  const text = textOf(bytes)
  if (countOf(text, '<') + countOf(text, '=') > MAX_PIECES)
    throw new Malformed('XMP with more properties than a photo has')
  const { parseXml } = await loadXml()
  let nodes: unknown
  try {
    nodes = parseXml(text)
  } catch (error) {
    throw new Malformed(`XMP: ${String(error)}`)
  }
  const root: Draft = { name: '', value: '', children: [] }
  readInto(root, elementsOf(nodes), { own: new Map() })
  return root
}

/** XML 1.0 §2.3: a value of an attribute holds no '<' as it is. */
const ELEMENT_IN_ATTRIBUTE = /=\s*(?:"[^"]*<[^"]*"|'[^']*<[^']*')/

/**
 * Whether a packet is XML to the letter, or has no element at all. The parser is lenient, and may take what another reads as
 * elements for one long attribute.
 */
export async function isWellFormed(bytes: Uint8Array): Promise<boolean> {
  const text = textOf(bytes)
  if (!/<[\p{L}_]/u.test(text)) return true
  const { isXml } = await loadXml()
  return isXml(text) && !ELEMENT_IN_ATTRIBUTE.test(text)
}

/** Tags and attributes. Each costs the parser hundreds of bytes; the longest real packets (edit histories) have thousands. */
const MAX_PIECES = 100_000

function countOf(text: string, letter: string): number {
  let count = 0
  for (let at = text.indexOf(letter); at >= 0; at = text.indexOf(letter, at + 1)) count++
  return count
}

interface Draft extends Property {
  value: string
  readonly children: Draft[]
}

interface Element {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly content: unknown
  readonly text: string
}

/** Prefixes that an element declares, in the file → usual; what it does not, those around it do. */
interface Prefixes {
  readonly own: ReadonlyMap<string, string>
  readonly outer?: Prefixes
}

function readInto(target: Draft, elements: readonly Element[], outer: Prefixes): void {
  for (const element of elements) {
    if (element.name === '#text') {
      target.value += element.text
      continue
    }
    if (element.name.startsWith('?')) continue
    const prefixes = declared(element, outer)
    const name = usual(element.name, prefixes)
    const inner = isWrapper(name) ? (name === 'rdf:li' ? item(target) : target) : property(target, name)
    for (const [key, value] of element.attributes) {
      const attribute = usual(key, prefixes)
      if (attribute === 'rdf:resource') inner.value += value
      // What the packet is about is empty by the standard; programs put the file's address there.
      else if (attribute === 'rdf:about' && value !== '') property(inner, attribute).value = value
      else if (!/^(?:xmlns|xml|rdf|x):|^xmlns$|^[^:]*$/.test(attribute)) property(inner, attribute).value = value
    }
    readInto(inner, elementsOf(element.content), prefixes)
    inner.value = inner.value.trim()
  }
}

/** RDF's own elements group; they are no properties. `rdf:value` holds the value of a qualified property. */
const isWrapper = (name: string) => name.startsWith('rdf:') || name.startsWith('x:')

const item = (list: Draft) => property(list, list.name)

function property(parent: Draft, name: string): Draft {
  const draft: Draft = { name, value: '', children: [] }
  parent.children.push(draft)
  return draft
}

function declared(element: Element, outer: Prefixes): Prefixes {
  let own: Map<string, string> | undefined
  for (const [key, value] of element.attributes) {
    const prefix = key === 'xmlns' ? '' : key.startsWith('xmlns:') ? key.slice(6) : null
    if (prefix === null) continue
    own ??= new Map()
    own.set(prefix, NAMESPACES.get(value) ?? prefix)
  }
  return own ? { own, outer } : outer
}

function usual(name: string, prefixes: Prefixes): string {
  const colon = name.indexOf(':')
  const prefix = name.slice(0, Math.max(colon, 0))
  let scope: Prefixes | undefined = prefixes
  while (scope && !scope.own.has(prefix)) scope = scope.outer
  const known = scope?.own.get(prefix) ?? prefix
  return known === '' ? name : `${known}:${name.slice(colon + 1)}`
}

/** The parser's ordered form: `{ 'dc:creator': [children], ':@': attributes }` or `{ '#text': text }`. */
function elementsOf(nodes: unknown): Element[] {
  if (!Array.isArray(nodes)) return []
  return nodes.flatMap((node: unknown): Element[] => {
    if (typeof node !== 'object' || node === null) return []
    const entries = Object.entries(node)
    const found = entries.find(([key]) => key !== ':@')
    if (!found) return []
    const [name, content] = found
    const raw: unknown = entries.find(([key]) => key === ':@')?.[1]
    const attributes = new Map(
      Object.entries(typeof raw === 'object' && raw !== null ? raw : {}).map(([key, value]) => [
        key,
        decodeEntities(String(value)),
      ]),
    )
    return [{ name, attributes, content, text: typeof content === 'string' ? decodeEntities(content) : '' }]
  })
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function decodeEntities(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return ENTITIES[String(name).toLowerCase()] ?? whole
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}

/** UTF-8, or UTF-16 where a byte order mark or zero bytes say so (ISO 16684-1 §7.3.2 allows both in files of their own). */
function textOf(bytes: Uint8Array): string {
  const [a, b] = bytes
  const wide =
    a === 0xfe || b === 0
      ? a === 0xfe
        ? 'utf-16be'
        : 'utf-16le'
      : a === 0xff
        ? 'utf-16le'
        : a === 0
          ? 'utf-16be'
          : 'utf-8'
  const text = new TextDecoder(wide).decode(bytes)
  return text.replaceAll('\0', '')
}
