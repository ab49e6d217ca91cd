import { type Clue, MOST_CLUES } from './clue'
import type { Payload } from './payload'
import { type Property, readXmp } from './read-xmp'
import { facesIn } from './xmp-faces'
import { pictureIn } from './xmp-pictures'
import { positionsIn } from './xmp-place'
import { meaningOf } from './xmp-properties'

/**
 * What an XMP packet says (ISO 16684-1), with the properties of IPTC, MWG, Exif in XMP, Microsoft, Apple and Adobe.
 * @throws {Malformed} when it is no well-formed XML.
 */
export function xmpClues({ bytes }: Payload): Clue[] {
  const out: Clue[] = []
  const visit = (property: Property) => {
    const said = [
      ...meaningOf(property),
      ...positionsIn(property.children),
      ...facesIn(property.children),
      ...pictureIn(property),
    ]
    if (out.length >= MOST_CLUES) return
    for (const clue of said) out.push({ ...clue, source: 'XMP' })
    for (const child of property.children) visit(child)
  }
  visit(readXmp(bytes))
  return out
}
