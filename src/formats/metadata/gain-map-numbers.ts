import { latin1 } from '../core/reader'

/** The namespace in which Apple describes a gain map, and the two of its properties that a viewer needs. */
const NAMESPACE = 'http://ns.apple.com/HDRGainMap/1.0/'
const NUMBERS = ['HDRGainMapVersion', 'HDRGainMapHeadroom']

/**
 * An XMP packet with nothing but the numbers of an Apple gain map, as long as the one given (UTF-8), padded with spaces.
 * Null when it has no such numbers or no room.
 */
export function gainMapNumbersOnly(xmp: Uint8Array): Uint8Array<ArrayBuffer> | null {
  const text = latin1(xmp)
  const attributes = NUMBERS.flatMap((name) => {
    const value = new RegExp(`[:<]${name}(?:\\s*=\\s*["']|>)\\s*(-?[0-9.eE+-]{1,30})\\s*["'<]`).exec(text)?.[1]
    return value === undefined ? [] : [` g:${name}="${value}"`]
  })
  if (attributes.length === 0) return null
  const packet =
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">' +
    `<rdf:Description rdf:about="" xmlns:g="${NAMESPACE}"${attributes.join('')}/></rdf:RDF></x:xmpmeta>`
  if (packet.length > xmp.length) return null
  return new TextEncoder().encode(packet.padEnd(xmp.length, ' '))
}
