import { type Clue, MAX_CLUES } from '../../clue'
import type { Payload } from '../../decode/payload'
import { facesIn } from './faces'
import { meaningByName } from './names'
import { pictureIn } from './pictures'
import { positionsAmong } from './place'
import { meaningOf } from './properties'
import { isWellFormed, type Property, readXmp } from './read-xmp'

/**
 * What an XMP packet says (ISO 16684-1), with the properties of IPTC, MWG, Exif in XMP, Microsoft, Apple and Adobe.
 * @throws {Malformed} when it is no well-formed XML.
 */
export async function xmpClues({ bytes }: Payload): Promise<Clue[]> {
  const out: Clue[] = []
  const visit = (property: Property, structure: string) => {
    const said = [
      ...(meaningOf(property) ?? meaningByName(property, structure)),
      ...positionsAmong(property.children),
      ...facesIn(property.children),
      ...pictureIn(property),
    ]
    if (out.length >= MAX_CLUES) return
    for (const clue of said) out.push({ ...clue, source: 'XMP' })
    // Items of a list have its name; the fields of each belong to what the list is in.
    for (const child of property.children) visit(child, child.name === property.name ? structure : property.name)
  }
  visit(await readXmp(bytes), '')
  if (out.length === 0 && !(await isWellFormed(bytes)))
    return [{ type: 'unknown', label: 'XMP', bytes: bytes.length, source: 'XMP' }]
  return out
}
