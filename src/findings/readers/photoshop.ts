import { Malformed } from '../../formats/core/malformed'
import { Reader } from '../../formats/core/reader'
import { type Clue, MAX_CLUES } from '../clue'
import { decode } from '../decode/display-text'
import { type Payload, within } from '../decode/payload'
import { exifClues } from './exif/exif'
import { iptcClues } from './iptc'
import { xmpClues } from './xmp/xmp'

/** Image resource IDs: Adobe Photoshop File Formats Specification, 'Image Resources Section'. */
const CAPTION = 1008
const IPTC = 1028
const THUMBNAILS = [1033, 1036]
const URL = 1035
const EXIF = [1058, 1059]
const XMP = 1060
const [FIRST_PATH, LAST_PATH] = [2000, 2997]

/** Bytes in front of the JPEG data of a thumbnail resource. */
const THUMBNAIL_HEAD = 28

interface Resource {
  readonly id: number
  readonly name: string
  readonly start: number
  readonly end: number
}

/**
 * What Photoshop's image resources say; some programs store bare IPTC datasets in their place.
 * @throws {Malformed} when a resource is broken.
 */
export async function photoshopClues(payload: Payload): Promise<Clue[]> {
  if (payload.bytes[0] === 0x1c) return iptcClues(payload)
  const out: Clue[] = []
  for (const resource of readResources(payload.bytes)) {
    if (out.length >= MAX_CLUES) break
    const part = within(payload, resource.start, resource.end)
    if (resource.id === IPTC) out.push(...iptcClues(part))
    else if (EXIF.includes(resource.id)) out.push(...(await exifClues(part)))
    else if (resource.id === XMP) out.push(...(await xmpClues(part)))
    else out.push(...ownClues(resource, part))
  }
  return out
}

function ownClues({ id, name }: Resource, part: Payload): Clue[] {
  const source = 'Photoshop'
  if (THUMBNAILS.includes(id) && part.bytes.length > THUMBNAIL_HEAD)
    return [{ type: 'picture', role: 'thumbnail', picture: part.blob(THUMBNAIL_HEAD, part.bytes.length), source }]
  if (id === CAPTION) return [{ type: 'words', role: 'caption', text: decode(part.bytes.subarray(1)), source }]
  if (id === URL) return [{ type: 'words', role: 'rights', text: decode(part.bytes), source }]
  if (id >= FIRST_PATH && id <= LAST_PATH && !/^(?:|Path \d+|Pfad \d+|Tracé \d+)$/.test(name))
    return [{ type: 'words', role: 'comment', text: name, source }]
  return []
}

/** '8BIM', ID, Pascal name padded to even, length, data padded to even. Other signatures (MeSa, AgHg, PHUT, DCSR) look the same. */
function readResources(bytes: Uint8Array): Resource[] {
  const reader = new Reader(bytes)
  const out: Resource[] = []
  while (reader.remaining >= 12 && out.length < MAX_CLUES) {
    if (!/^(?:8BIM|MeSa|AgHg|PHUT|DCSR)$/.test(reader.latin1(4))) break
    const id = reader.u16()
    const nameLength = reader.u8()
    const name = decode(reader.take(nameLength))
    if (nameLength % 2 === 0) reader.skip(1)
    const length = reader.u32()
    const start = reader.position
    if (length > reader.remaining) {
      // ExifTool's and others' last resource is sometimes cut; what is there is read.
      out.push({ id, name, start, end: bytes.length })
      break
    }
    reader.skip(Math.min(length + (length % 2), reader.remaining))
    out.push({ id, name, start, end: start + length })
  }
  if (out.length === 0) throw new Malformed('no Photoshop resource')
  return out
}
