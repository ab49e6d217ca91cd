import type { Statement } from '../../clue'
import type { Property } from './read-xmp'

/**
 * Positions among the fields of one structure: the packet itself, or an IPTC Location. XMP part 2 §3.2.1 writes GPS as
 * '48,51.50N' or '48,51,30N'; some programs write decimals. Whatever is called so is a latitude, because drones, phones and
 * naturalists have namespaces of their own: 'drone-dji:GpsLatitude', 'EarthPos:Latitude', 'dwc:decimalLatitude'.
 */
export function positionsIn(fields: readonly Property[]): Statement[] {
  return fields.flatMap(({ name, value }): Statement[] => {
    if (!/latitude$/i.test(name)) return []
    const latitude = degrees(value)
    const longitude = degrees(eastOf(fields, name))
    if (latitude === undefined || longitude === undefined) return []
    const altitude = name === 'exif:GPSLatitude' ? altitudeOf(fields) : undefined
    return [{ type: 'position', latitude, longitude, ...(altitude !== undefined && { altitude }) }]
  })
}

/** The field beside a latitude; DJI's drones misspell it. */
function eastOf(fields: readonly Property[], north: string): string | undefined {
  const east = north.replace(/latitude$/i, '').toLowerCase()
  const names = [`${east}longitude`, `${east}longtitude`]
  return fields.find(({ name }) => names.includes(name.toLowerCase()))?.value
}

const fieldOf = (fields: readonly Property[], name: string) => fields.find((field) => field.name === name)?.value

/** Degrees, then minutes, then seconds, each optional after the first, then the hemisphere. */
export function degrees(text: string | undefined): number | undefined {
  const match =
    /^\s*([+-]?)(\d+(?:\.\d+)?)(?:[,° ]\s*(\d+(?:\.\d+)?))?(?:[,' ]\s*(\d+(?:\.\d+)?))?\s*['"]?\s*([NSEW]?)/i.exec(
      text ?? '',
    )
  if (!match) return undefined
  const [, sign, whole, minutes, seconds, hemisphere = ''] = match
  const sum = Number(whole) + Number(minutes ?? 0) / 60 + Number(seconds ?? 0) / 3600
  return sign === '-' || /[SW]/i.test(hemisphere) ? -sum : sum
}

/** A rational number of metres, '1234/10'. */
function altitudeOf(fields: readonly Property[]): number | undefined {
  const [above, below = '1'] = (fieldOf(fields, 'exif:GPSAltitude') ?? '').split('/')
  if (!above || !Number(below)) return undefined
  const metres = Number(above) / Number(below)
  if (!Number.isFinite(metres)) return undefined
  return fieldOf(fields, 'exif:GPSAltitudeRef') === '1' ? -metres : metres
}
