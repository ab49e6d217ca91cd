import type { Statement } from '../../clue'
import { contactOrPath } from '../../values/by-value'
import { CONTACT } from './properties'
import type { Property } from './read-xmp'

/**
 * Namespaces of how a picture was developed, drawn or coded. Their properties are called like those of people and places, but speak of
 * presets, lens profiles, fonts and coordinates in the picture.
 */
const TECHNICAL: ReadonlySet<string> = new Set([
  ...['rdf', 'x', 'tiff', 'exif', 'aux', 'crs', 'crss', 'crd', 'crlcp', 'lr', 'stCamera', 'stArea', 'stDim', 'stFnt'],
  ...[
    'stMfs',
    'stEvt',
    'xmpG',
    'xmpGImg',
    'xmpTPg',
    'xmpNote',
    'hdr',
    'hdrgm',
    'HDRGainMap',
    'apdi',
    'aas',
    'panorama',
  ],
  ...['GCamera', 'GContainer', 'Container', 'Item', 'GPano', 'GDepth', 'GFocus', 'GImage', 'GSpherical', 'LImage'],
])

/** What is one of many such in any structure tells nothing without the structure: 'PersonHeard' and its 'Name'. */
const GENERAL = /^(?:Name|Text|Value|Title|Type|Item|Serial(?:Number)?|Term)$/i

/**
 * Hands a property that no table lists over to be judged by the words its name ends with, because programs have namespaces of their own but
 * call a city a city, and by its value.
 * @param structure the name of the property that it is a field of.
 */
export function meaningByName({ name, value }: Property, structure: string): Statement[] {
  // The parts of an author's address are told together.
  if (value === '' || structure === CONTACT) return []
  const [prefix = '', local = ''] = split(name)
  if (TECHNICAL.has(prefix)) return contactOrPath(value)
  return [{ type: 'unlisted', name: GENERAL.test(local) ? `${split(structure)[1]}${local}` : local, text: value }]
}

function split(name: string): [prefix: string, local: string] {
  const colon = name.indexOf(':')
  return [name.slice(0, Math.max(colon, 0)), name.slice(colon + 1)]
}
