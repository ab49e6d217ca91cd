import type { Statement } from '../../clue'
import { degreesOf } from '../../values/coordinate'
import type { Property } from './read-xmp'

/** GPSLatitude, geo:lat, CameraLat; the rest of the name says whose. */
const LATITUDE = /(?:[Ll]atitude|(?<=^|[:_.-]|[Gg][Pp][Ss])[Ll][Aa][Tt]|(?<=[a-z])Lat)$/
/** What the field beside is called, behind the same beginning; DJI's drones misspell it. */
const LONGITUDES = ['longitude', 'longtitude', 'long', 'lon', 'lng']

/**
 * Positions among the fields of one structure: the packet itself, or an IPTC Location. XMP part 2 §3.2.1 writes GPS as
 * '48,51.50N' or '48,51,30N'; some programs write decimals. Whatever is called so is a latitude, because drones, phones, naturalists and
 * the W3C have namespaces of their own: 'drone-dji:GpsLatitude', 'EarthPos:Latitude', 'dwc:decimalLatitude', 'geo:lat'.
 */
export function positionsAmong(fields: readonly Property[]): Statement[] {
  return fields.flatMap(({ name, value }): Statement[] => {
    if (!LATITUDE.test(name)) return []
    const latitude = degreesOf(value)
    const longitude = degreesOf(eastOf(fields, name) ?? '')
    if (latitude === undefined || longitude === undefined) return []
    const altitude = name === 'exif:GPSLatitude' ? altitudeOf(fields) : undefined
    return [{ type: 'position', latitude, longitude, ...(altitude !== undefined && { altitude }) }]
  })
}

function eastOf(fields: readonly Property[], north: string): string | undefined {
  const beginning = north.replace(LATITUDE, '').toLowerCase()
  const names = LONGITUDES.map((ending) => beginning + ending)
  return fields.find(({ name }) => names.includes(name.toLowerCase()))?.value
}

const fieldOf = (fields: readonly Property[], name: string) => fields.find((field) => field.name === name)?.value

/** A rational number of metres, '1234/10'. */
function altitudeOf(fields: readonly Property[]): number | undefined {
  const [above, below = '1'] = (fieldOf(fields, 'exif:GPSAltitude') ?? '').split('/')
  if (!above || !Number(below)) return undefined
  const metres = Number(above) / Number(below)
  if (!Number.isFinite(metres)) return undefined
  return fieldOf(fields, 'exif:GPSAltitudeRef') === '1' ? -metres : metres
}
