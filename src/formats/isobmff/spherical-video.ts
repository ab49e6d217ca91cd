import { latin1Bytes } from '../core/bytes'
import { type Part, slice } from '../core/part'
import { equalBytes, latin1 } from '../core/reader'
import type { Source } from '../core/source'
import { NUMBER, valuesOf } from '../metadata/xmp-text'
import type { Box } from './boxes'

/** Google's "Spherical Video RFC", version 1: a 'uuid' box of the track, with RDF in it. */
const SPHERICAL = 'ffcc8263f8554a938814587a02521fdd'
const MAX_XML_BYTES = 64 * 1024

/**
 * What a player needs in order to let people look around, in the order in which it is written. The stitching software must be named by
 * an element, which may be empty.
 */
const FIELDS: readonly (readonly [name: string, value: RegExp])[] = [
  ['Spherical', /^true$/i],
  ['Stitched', /^true$/i],
  ['StitchingSoftware', /^$/],
  ['ProjectionType', /^equirectangular$/],
  ['StereoMode', /^(?:mono|left-right|top-bottom)$/],
  ['FullPanoWidthPixels', NUMBER],
  ['FullPanoHeightPixels', NUMBER],
  ['CroppedAreaImageWidthPixels', NUMBER],
  ['CroppedAreaImageHeightPixels', NUMBER],
  ['CroppedAreaLeftPixels', NUMBER],
  ['CroppedAreaTopPixels', NUMBER],
]

/** Tells whether the `uuid` box is Google's Spherical Video, version 1. */
export const isSpherical = ({ userType }: Box) => userType === SPHERICAL

/**
 * The box as a part: 'uuid spherical' when it holds nothing but what is needed, else 'uuid', which becomes that. Null when it says
 * nothing of the kind, or has no room for it.
 */
export async function sphericalPart(path: string, source: Source, box: Box): Promise<Part | null> {
  if (box.end - box.body > MAX_XML_BYTES) return null
  const payload = await source.read(box.body, box.end)
  const clean = needed(latin1(payload))
  if (!clean || clean.length > payload.length) return null
  const padded = new Uint8Array(payload.length).fill(0x20)
  padded.set(clean)
  const name = `${path} spherical`
  if (equalBytes(padded, payload)) return slice(name, source, box.start, box.end)
  const head = { kind: 'slice', source, start: box.start, end: box.body } as const
  const block = { type: 'unknown', label: 'uuid spherical', start: box.body, end: box.end } as const
  return {
    ...slice(path, source, box.start, box.end, block),
    replacement: [head, { kind: 'bytes', bytes: padded }],
    replacementName: name,
  }
}

function needed(xml: string): Uint8Array<ArrayBuffer> | null {
  const fields = FIELDS.flatMap(([name, allowed]) => {
    const value = name === 'StitchingSoftware' ? '' : valuesOf(xml, `GSpherical:${name}`)[0]
    return value !== undefined && allowed.test(value) ? [[name, value] as const] : []
  })
  if (!['Spherical', 'Stitched', 'ProjectionType'].every((name) => fields.some(([field]) => field === name)))
    return null
  const elements = fields.map(([name, value]) => `<GSpherical:${name}>${value}</GSpherical:${name}>`)
  const namespaces =
    'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:GSpherical="http://ns.google.com/videos/1.0/spherical/"'
  return latin1Bytes(`<?xml version="1.0"?><rdf:SphericalVideo ${namespaces}>${elements.join('')}</rdf:SphericalVideo>`)
}
