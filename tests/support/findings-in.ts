import { findIn } from '../../src/findings/find'
import type { Finding, FindingKind } from '../../src/findings/finding'
import { latin1Bytes } from '../../src/formats/core/bytes'
import { type Block, type Part, type PictureRole, slice } from '../../src/formats/core/part'
import { sourceOf } from '../../src/formats/core/source'
import type { FormatName } from '../../src/formats/format-facts'

export interface BlockRecipe extends Omit<Block, 'start' | 'end'> {
  readonly bytes: string | Uint8Array
  /** The part's name; the label or type when absent. */
  readonly name?: string
  readonly role?: PictureRole
}

/** What is found in a file that consists of these blocks, one behind the other. */
export async function findingsIn(
  recipes: readonly BlockRecipe[],
  { format = 'jpeg', name = 'photo' }: { format?: FormatName; name?: string } = {},
): Promise<Finding[]> {
  const pieces = recipes.map(({ bytes }) => (typeof bytes === 'string' ? latin1Bytes(bytes) : Uint8Array.from(bytes)))
  const file = new File(pieces, name)
  const source = sourceOf(file)
  let at = 0
  const parts = recipes.map(({ bytes: _, name: partName, role, ...block }, index): Part => {
    const start = at
    at += pieces[index]?.length ?? 0
    const part = slice(partName ?? block.label ?? block.type, source, start, at, { ...block, start, end: at })
    return role ? { ...part, role } : part
  })
  return findIn(parts, file, format)
}

/** The findings of one kind. */
export function of<K extends FindingKind>(kind: K, findings: readonly Finding[]): Extract<Finding, { kind: K }>[] {
  return findings.filter((finding): finding is Extract<Finding, { kind: K }> => finding.kind === kind)
}

/** An XMP packet with these properties inside of its one description. */
export function xmp(properties: string, attributes = ''): string {
  return `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:exif="http://ns.adobe.com/exif/1.0/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" ${attributes}>${properties}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`
}
