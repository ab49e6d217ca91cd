import type { Said } from './clue'
import type { Property } from './read-xmp'

/**
 * Positions among the fields of one structure: the packet itself, or an IPTC Location. XMP part 2 §3.2.1 writes GPS as
 * '48,51.50N' or '48,51,30N'; some programs write decimals.
 */
export function positionsIn(fields: readonly Property[]): Said[] {
  return [
    ...position(fields, 'exif:GPSLatitude', 'exif:GPSLongitude', altitudeOf(fields)),
    ...position(fields, 'exif:GPSDestLatitude', 'exif:GPSDestLongitude', undefined),
  ]
}

function position(fields: readonly Property[], north: string, east: string, altitude: number | undefined): Said[] {
  const latitude = degrees(fieldOf(fields, north))
  const longitude = degrees(fieldOf(fields, east))
  if (latitude === undefined || longitude === undefined) return []
  return [{ says: 'position', latitude, longitude, ...(altitude !== undefined && { altitude }) }]
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
