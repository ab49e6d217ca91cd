import type { FindingKind } from '../../src/findings/finding'

/** What ExifTool's tags say about a person, as values that findings can be compared with. */
export interface Told {
  readonly positions: readonly { readonly latitude: number; readonly longitude: number }[]
  readonly placeNames: readonly string[]
  readonly names: readonly string[]
  readonly serials: readonly string[]
  /** Kinds of findings that must be there, whatever they say. */
  readonly kinds: readonly FindingKind[]
}

const PLACE_NAMES =
  /^(?:City\d?|Sub-?location|Province-?State|ProvinceState|State|Country(?:Name|-PrimaryLocationName)?|Location(?:Created|Shown)?(?:City|Sublocation|ProvinceState|CountryName|WorldRegion|LocationName)?|LocationName|Landmark|GPSAreaInformation|ContentLocationName)$/
/** A position where a name could be. */
const ISO_6709 = /^[+-]?(\d{1,2}\.\d+)[+-](\d{1,3}\.\d+)/
const NAMES =
  /^(?:(?:XP)?Author(?:-[a-z]{2})?|Artist|AlbumArtist|Creator|By-line|(?:Camera)?Owner(?:'s)?Name|CameraOwner|Owner|CopyrightOwnerName|ImageCreatorName|ImageSupplierName|LicensorName|Writer-Editor|CaptionWriter|PersonInImage(?:Name)?|Region(?:PersonDisplay)?Name|ImageRegionPersonInImage|People|Photographer|FaceName|RecognizedFace\dName|BabyName)$/
const SERIALS = /(?:^|[a-z])SerialNumber$|^SerialNumber$/

/** Tags that ask for a finding of a kind: keys as ExifTool prints them, with their groups. */
const KINDS: readonly { kind: FindingKind; tag: RegExp; value: RegExp }[] = [
  {
    kind: 'time',
    tag: /:[A-Za-z]*Date(?:Time)?(?:Original|Created|Digitized|Stamp)?$/,
    value: /^(?!1970:01:01|1904:01:01)(?:19|20)\d\d:\d\d:\d\d/,
  },
  {
    kind: 'hidden-picture',
    tag: /:(?:ThumbnailImage|PhotoshopThumbnail|ThumbnailTIFF|PreviewTIFF)$/,
    value: /Binary data [1-9]/,
  },
  { kind: 'device', tag: /^(?:EXIF|XMP|QuickTime).*:Model$/, value: /\w/ },
  { kind: 'history', tag: /^JUMBF/, value: /./ },
]

/** What a machine writes where there is no name and no number. */
const NOTHING = /^(?:unknown|none|n\/a|[\s.\-:?\0]*|[0\s]*|f*|x*)$/i

export function toldBy(tags: Readonly<Record<string, unknown>>): Told {
  const entries = Object.entries(tags)
    .map(([key, value]) => ({
      key,
      group: key.slice(0, key.lastIndexOf(':')),
      tag: key.slice(key.lastIndexOf(':') + 1),
      value,
    }))
    .filter(({ group }) => !/^(?:Composite|File|ICC_Profile)/.test(group))
  const values = (pattern: RegExp) =>
    entries
      .filter(({ tag }) => pattern.test(tag))
      .flatMap(({ value }) => (Array.isArray(value) ? value : [value]).map(String))
      .filter((value) => !NOTHING.test(value))
  return {
    positions: positionsOf(entries),
    placeNames: values(PLACE_NAMES).filter((value) => !ISO_6709.test(value)),
    names: values(NAMES),
    serials: values(SERIALS),
    kinds: KINDS.filter(({ tag, value }) =>
      entries.some((entry) => tag.test(entry.key) && value.test(String(entry.value))),
    ).map(({ kind }) => kind),
  }
}

interface Entry {
  readonly group: string
  readonly tag: string
  readonly value: unknown
}

function positionsOf(entries: readonly Entry[]) {
  const pairs = entries
    .filter(({ tag }) => tag.endsWith('GPSLatitude'))
    .flatMap(({ group, tag, value }) => {
      const other = entries.find((entry) => entry.group === group && entry.tag === tag.replace('Latitude', 'Longitude'))
      return other ? [[String(value), String(other.value)] as const] : []
    })
  const single = entries
    .filter(({ tag }) => /^GPSCoordinates|^LocationInformation$/.test(tag))
    .map(
      ({ value }) =>
        String(value)
          .split(/,|Lat=|Lon=/)
          .slice(0, 2) as [string, string],
    )
  const points = entries.flatMap(({ tag, value }) => {
    const [, north = '', east = ''] = (PLACE_NAMES.test(tag) && ISO_6709.exec(String(value))) || []
    return north === '' ? [] : [[north, east] as const]
  })
  return [...pairs, ...single, ...points]
    .map(([latitude, longitude]) => ({ latitude: degrees(latitude), longitude: degrees(longitude) }))
    .filter(({ latitude, longitude }) => Number.isFinite(latitude + longitude) && (latitude !== 0 || longitude !== 0))
}

/** `48 deg 48' 48.24" N`, with or without the letter: Exif keeps that in a tag of its own, so only the size is compared. */
function degrees(text: string): number {
  const match = /^\s*-?([\d.]+)(?: deg)?(?:\s+([\d.]+)')?(?:\s+([\d.]+)")?/.exec(text)
  return match ? Number(match[1]) + Number(match[2] ?? 0) / 60 + Number(match[3] ?? 0) / 3600 : Number.NaN
}
