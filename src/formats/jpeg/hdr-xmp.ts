import { latin1 } from '../core/reader'
import { NUMBER, packet, prefixOf, valuesOf } from '../metadata/xmp-text'

/** Namespaces of the Ultra HDR format 1.1, of Google's container and of Apple's gain maps. */
const HDRGM = 'http://ns.adobe.com/hdr-gain-map/1.0/'
const CONTAINER = 'http://ns.google.com/photos/1.0/container/'
const ITEM = `${CONTAINER}item/`
const APPLE = 'http://ns.apple.com/HDRGainMap/1.0/'
const APPLE_AUXILIARY = 'http://ns.apple.com/pixeldatainfo/1.0/'
const APPLE_TYPE = 'urn:com:apple:photo:2020:aux:hdrgainmap'

/** What a gain map needs in order to be applied: one number a field, or three, as the text that stood in the file. */
export interface GainMap {
  readonly kind: 'hdrgm' | 'apple'
  readonly fields: readonly (readonly [name: string, values: readonly string[]])[]
}

/** Ultra HDR 1.1, "HDR gain map metadata", in the order in which they are written. */
const HDRGM_FIELDS = [
  'Version',
  'BaseRenditionIsHDR',
  'GainMapMin',
  'GainMapMax',
  'Gamma',
  'OffsetSDR',
  'OffsetHDR',
  'HDRCapacityMin',
  'HDRCapacityMax',
]
const APPLE_FIELDS = ['HDRGainMapVersion', 'HDRGainMapHeadroom']

const BOOLEAN = /^(?:[Tt]rue|[Ff]alse)$/

/** The numbers of a gain map, from the APP1 payload in the gain map's own stream; null when it holds none. */
export function gainMapOf(payload: Uint8Array): GainMap | null {
  const xml = latin1(payload)
  if (xml.includes(HDRGM)) return fieldsOf(xml, 'hdrgm', HDRGM, HDRGM_FIELDS)
  if (xml.includes(APPLE_TYPE)) return fieldsOf(xml, 'apple', APPLE, APPLE_FIELDS)
  return null
}

function fieldsOf(xml: string, kind: GainMap['kind'], namespace: string, names: readonly string[]): GainMap {
  const prefix = prefixOf(xml, namespace)
  const fields = names.flatMap((name) => {
    const values = prefix === null ? [] : valuesOf(xml, `${prefix}:${name}`)
    const allowed =
      (values.length === 1 || values.length === 3) && values.every((value) => NUMBER.test(value) || BOOLEAN.test(value))
    return allowed ? [[name, values] as const] : []
  })
  return { kind, fields }
}

/** Whether the XMP in the picture's own stream announces a gain map in the Ultra HDR way. */
export function announcesGainMap(payload: Uint8Array): boolean {
  return latin1(payload).includes(HDRGM)
}

/** Bytes of the gain map, from a container directory whose only numbers are that; null when there is none. */
export function lengthInContainer(payload: Uint8Array): number | null {
  const digits = /Item:Length="(\d{1,15})"/.exec(latin1(payload))?.[1]
  return digits === undefined ? null : Number(digits)
}

/** The APP1 payload for the picture: it has a gain map of so many bytes, directly behind it. */
export function hdrContainerXmp(length: number): Uint8Array<ArrayBuffer> {
  const primary = '<Container:Item Item:Semantic="Primary" Item:Mime="image/jpeg"/>'
  const gainMap = `<Container:Item Item:Semantic="GainMap" Item:Mime="image/jpeg" Item:Length="${length}"/>`
  const item = (inside: string) => `<rdf:li rdf:parseType="Resource">${inside}</rdf:li>`
  const seq = `<rdf:Seq>${item(primary)}${item(gainMap)}</rdf:Seq>`
  const namespaces = `xmlns:hdrgm="${HDRGM}" xmlns:Container="${CONTAINER}" xmlns:Item="${ITEM}"`
  return packet(`${namespaces} hdrgm:Version="1.0"`, `<Container:Directory>${seq}</Container:Directory>`)
}

/** The APP1 payload for a gain map: its numbers and nothing else. */
export function gainMapXmp({ kind, fields }: GainMap): Uint8Array<ArrayBuffer> {
  return kind === 'hdrgm' ? hdrgmXmp(fields) : appleXmp(fields)
}

function hdrgmXmp(fields: GainMap['fields']): Uint8Array<ArrayBuffer> {
  const single = fields.flatMap(([name, values]) => (values.length === 1 ? [` hdrgm:${name}="${values[0]}"`] : []))
  const lists = fields.flatMap(([name, values]) => {
    if (values.length === 1) return []
    const items = values.map((value) => `<rdf:li>${value}</rdf:li>`).join('')
    return [`<hdrgm:${name}><rdf:Seq>${items}</rdf:Seq></hdrgm:${name}>`]
  })
  return packet(`xmlns:hdrgm="${HDRGM}"${single.join('')}`, lists.join(''))
}

/** Elements, not attributes: libultrahdr finds the type only in the form in which Apple writes it. */
function appleXmp(fields: GainMap['fields']): Uint8Array<ArrayBuffer> {
  const numbers = fields.map(([name, values]) => `<HDRGainMap:${name}>${values[0]}</HDRGainMap:${name}>`)
  const type = `<apdi:AuxiliaryImageType>${APPLE_TYPE}</apdi:AuxiliaryImageType>`
  return packet(`xmlns:apdi="${APPLE_AUXILIARY}" xmlns:HDRGainMap="${APPLE}"`, `${type}${numbers.join('')}`)
}
