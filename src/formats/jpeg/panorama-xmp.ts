import { latin1 } from '../core/reader'
import { NUMBER, packet, prefixOf, valuesOf } from '../metadata/xmp-text'

/** Google's "Photo Sphere XMP Metadata". */
const GPANO = 'http://ns.google.com/photos/1.0/panorama/'

/** What a viewer needs in order to let people look around in the picture: names and values as they stood in the file. */
export type Panorama = readonly (readonly [name: string, value: string])[]

const PROJECTION = 'ProjectionType'

/**
 * In the order in which they are written. The direction in which the camera looked tells about the place and is not among them; how
 * it was tilted keeps the horizon level.
 */
const FIELDS: readonly (readonly [name: string, value: RegExp])[] = [
  [PROJECTION, /^(?:equirectangular|cylindrical)$/],
  ['UsePanoramaViewer', /^(?:[Tt]rue|[Ff]alse)$/],
  ['CroppedAreaImageWidthPixels', NUMBER],
  ['CroppedAreaImageHeightPixels', NUMBER],
  ['FullPanoWidthPixels', NUMBER],
  ['FullPanoHeightPixels', NUMBER],
  ['CroppedAreaLeftPixels', NUMBER],
  ['CroppedAreaTopPixels', NUMBER],
  ['PosePitchDegrees', NUMBER],
  ['PoseRollDegrees', NUMBER],
]

/** How the picture is wrapped around the viewer, from the APP1 payload; null when it does not say. */
export function panoramaOf(payload: Uint8Array): Panorama | null {
  const xml = latin1(payload)
  const prefix = xml.includes(GPANO) ? prefixOf(xml, GPANO) : null
  if (prefix === null) return null
  const fields = FIELDS.flatMap(([name, allowed]) => {
    const [value = ''] = valuesOf(xml, `${prefix}:${name}`)
    return allowed.test(value) ? [[name, value] as const] : []
  })
  return fields.some(([name]) => name === PROJECTION) ? fields : null
}

/** The APP1 payload that says this and nothing else. */
export function panoramaXmp(panorama: Panorama): Uint8Array<ArrayBuffer> {
  const attributes = panorama.map(([name, value]) => ` GPano:${name}="${value}"`).join('')
  return packet(`xmlns:GPano="${GPANO}"${attributes}`, '')
}
