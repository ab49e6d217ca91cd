/** What stands in front of the packet in an APP1 segment: XMP part 3 §1.1.3. */
const XMP_SIGNATURE = 'http://ns.adobe.com/xap/1.0/\0'

/** Only such values are taken over: nothing that could be a word, a date or a place name. */
export const NUMBER = /^[+-]?\d{1,10}(?:\.\d{1,20})?(?:[eE][+-]?\d{1,3})?$/

/** The prefix that a packet gives to a namespace, or null. */
export function prefixOf(xml: string, namespace: string): string | null {
  const at = xml.search(new RegExp(`xmlns:[A-Za-z][\\w-]{0,31}\\s*=\\s*["']${namespace}["']`))
  return at < 0 ? null : (/^xmlns:([\w-]+)/.exec(xml.slice(at, at + 64))?.[1] ?? null)
}

/** The values of a property by its name with prefix: an attribute, an element, or one with a list (ISO 16684-1 §7.5 to 7.7). */
export function valuesOf(xml: string, name: string): string[] {
  const attribute = new RegExp(`[\\s"']${name}\\s*=\\s*["']([^"'<]{1,64})["']`).exec(xml)
  if (attribute) return [attribute[1] ?? '']
  const open = new RegExp(`<${name}(?:\\s[^>]{0,200})?>`).exec(xml)
  if (!open) return []
  const from = open.index + open[0].length
  const close = xml.indexOf(`</${name}`, from)
  if (close < 0 || close - from > 2000) return []
  const inside = xml.slice(from, close)
  if (!inside.includes('<')) return [inside.trim()]
  return [...inside.matchAll(/<rdf:li(?:\s[^>]{0,100})?>([^<]{1,64})<\/rdf:li>/g)].map((item) => (item[1] ?? '').trim())
}

/** The APP1 payload with one description and nothing else. */
export function packet(attributes: string, inside: string): Uint8Array<ArrayBuffer> {
  const description = `<rdf:Description rdf:about="" ${attributes}>${inside}</rdf:Description>`
  const rdf = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">${description}</rdf:RDF>`
  return new TextEncoder().encode(`${XMP_SIGNATURE}<x:xmpmeta xmlns:x="adobe:ns:meta/">${rdf}</x:xmpmeta>`)
}
