import type { Finding } from '../findings/finding'
import type { PlaceName } from '../places/name-place'
import type { Reason } from '../review/engine-contract'
import { withFirstOfMonth } from './first-of-month'
import { countryOf, nearestCityPhrase } from './nearest-city'
import type { WordKey, Words } from './words'

/**
 * The one sentence that says a finding with its values, as plain text from the file: never use it as HTML. `named` is what
 * the place of the finding is called, where that is known.
 */
export function describeFinding(finding: Finding, words: Words, named: PlaceName | null = null): string {
  const { t } = words
  switch (finding.kind) {
    case 'place': {
      const near = nearestCityPhrase(finding, named, words)
      const where = describePlace(finding, words, named)
      return near === null ? t('finding.place', { where }) : t('finding.placeNear', { near, where })
    }
    case 'people':
      return finding.names.length === 0
        ? t('finding.people.unnamed')
        : t(`finding.people.${finding.role}`, { names: listOf(finding.names, words) })
    case 'time':
      return t('finding.time', { when: describeTime(finding, words), event: finding.event ?? 'unknown' })
    case 'words':
      return t(`finding.words.${finding.role}`, { text: shortened(finding.text) })
    case 'hidden-picture':
      return t(`finding.hiddenPicture.${finding.role}`)
    case 'hidden-video':
      return t('finding.hiddenVideo')
    case 'device':
      return describeDevice(finding, words)
    case 'history':
      return describeHistory(finding, words)
    case 'file-name':
      return t('finding.fileName', { name: shortened(finding.name) })
    case 'unknown':
      return t('finding.unknown', { bytes: finding.bytes, label: shortened(finding.label) })
  }
}

/** The sentence for a file that could not be checked, or whose copy could not be released. */
export function describeReason(reason: Reason, words: Words): string {
  return words.t(`reason.${reason}`)
}

/** The sentence on what else became of pictures in which something was hidden, each change once; empty where nothing did. */
export function describeChanges(changes: Iterable<string>, { t, locale }: Words): string {
  const all = [...new Set(changes)].map((change) => t(`hide.change.${change}` as WordKey))
  return all.length > 0 ? t('pause.done.changed', { list: new Intl.ListFormat(locale).format(all) }) : ''
}

type Of<Kind extends Finding['kind']> = Extract<Finding, { kind: Kind }>

/**
 * Names of places where the file has them, then the position: '48.8134 N, 2.3622 E, 35 m above sea level'; behind it
 * the country where no city is near.
 */
function describePlace(
  {
    position,
    altitude,
    names,
  }: Pick<Of<'place'>, 'names'> & {
    readonly position?: Of<'place'>['position'] | undefined
    readonly altitude?: number | undefined
  },
  words: Words,
  named: PlaceName | null = null,
): string {
  const parts = names.map((name) => apart(name, words))
  if (position) parts.push(describePosition(position, words))
  if (altitude !== undefined && position) parts.push(words.t('finding.place.altitude', { metres: altitude }))
  if (named?.city === null && names.length === 0) parts.push(countryOf(named.country, words))
  return parts.join(words.direction === 'rtl' ? '، ' : ', ')
}

/** By name where there is one: 'near Lyon, France (exact spot)'. The numbers of the position are for the details. */
function describeWhere(place: Of<'place'>, words: Words, named: PlaceName | null): string {
  const { position, names } = place
  const near = nearestCityPhrase(place, named, words)
  const where = near ?? describePlaceByName(place, words, named)
  const hasName = near !== null || names.length > 0
  return hasName && position && isExact(position) ? words.t('value.place', { where }) : where
}

/** A name tells more than a position beside it; where the file has no name, the position stays. */
export function describePlaceByName(
  { position, names }: Pick<Of<'place'>, 'position' | 'names'>,
  words: Words,
  named: PlaceName | null,
): string {
  return describePlace({ names, position: names.length > 0 ? undefined : position }, words, named)
}

/** Whether it says more than hundredths of a degree, which is about a kilometre. */
function isExact({ latitude, longitude }: { latitude: number; longitude: number }): boolean {
  return [latitude, longitude].some((degrees) => Math.abs(degrees * 100 - Math.round(degrees * 100)) > 1e-6)
}

/** WGS 84 degrees with four decimals, about eleven metres. */
function describePosition(position: { latitude: number; longitude: number }, words: Words): string {
  const { latitude, longitude } = position
  return words.t('finding.coordinates', {
    latitude: Math.abs(latitude),
    northSouth: latitude < 0 ? 'south' : 'north',
    longitude: Math.abs(longitude),
    eastWest: longitude < 0 ? 'west' : 'east',
  })
}

/**
 * The camera's clock as people write it where they live: '14 June 2025 at 15:42'; with 'UTC' behind it where the file
 * says so. What is no date is given as it stands.
 */
export function describeTime({ local, offset }: Pick<Of<'time'>, 'local' | 'offset'>, words: Words): string {
  const moment = new Date(local.includes('T') ? `${local}Z` : local)
  if (Number.isNaN(moment.getTime())) return shortened(local)
  const written = new Intl.DateTimeFormat(words.locale, {
    ...DAY,
    ...(local.includes('T') && MINUTE),
    ...(local.includes('T') && offset === 'Z' && { timeZoneName: 'short' }),
    timeZone: 'UTC',
  }).format(moment)
  return withFirstOfMonth(written, words.locale)
}

const DAY = { year: 'numeric', month: 'long', day: 'numeric' } as const
const MINUTE = { hour: 'numeric', minute: '2-digit' } as const

/**
 * The bare value, to stand beside the name of its kind: a position, a moment, a model. Null where only the sentence says
 * enough.
 */
export function describeValue(finding: Finding, words: Words, named: PlaceName | null = null): string | null {
  switch (finding.kind) {
    case 'place':
      return describeWhere(finding, words, named)
    case 'time':
      return words.t('value.time', { when: describeTime(finding, words), event: finding.event ?? 'unknown' })
    case 'device':
      return finding.model && finding.serials.length === 0 ? shortened(finding.model) : null
    case 'file-name':
      return shortened(finding.name)
    case 'unknown':
      return words.t('value.unknown')
    default:
      return null
  }
}

function describeDevice({ model, serials }: Of<'device'>, words: Words): string {
  const values = {
    model: shortened(model ?? ''),
    article: model ? articleFor(model) : 'a',
    serials: listOf(serials, words),
  }
  if (model) return words.t(serials.length > 0 ? 'finding.device.modelAndSerial' : 'finding.device.model', values)
  return serials.length > 0 ? words.t('finding.device.serial', values) : words.t('finding.device.unnamed')
}

function describeHistory({ software, provenance }: Of<'history'>, words: Words): string {
  if (software.length === 0) return words.t(provenance ? 'finding.history.provenance' : 'finding.history.unnamed')
  const values = { software: listOf(software, words) }
  return words.t(provenance ? 'finding.history.both' : 'finding.history.software', values)
}

/** Returns 'an' where English says so ('an iPhone', 'an SM-G991B', 'an LG G6'), else 'a' ('a Canon', 'a OnePlus'); other languages do not look at it. */
export function articleFor(name: string): 'a' | 'an' {
  // Spoken as a word: 'a OnePlus', 'an Honor', 'a MI 9'. Capitals alone, or before a hyphen or a number, are spelled out.
  if (/^(one|mi\b)/i.test(name)) return 'a'
  return /^([aeio]|honor\b)/i.test(name) || /^[FHLMNRSX]([A-Z]{0,2}(?![A-Za-z])|[A-Z]*\d)/.test(name) ? 'an' : 'a'
}

function listOf(values: readonly string[], words: Words): string {
  return new Intl.ListFormat(words.locale, { type: 'conjunction' }).format(values.map((value) => apart(value, words)))
}

/** Text from a file, which keeps its own direction between words that run from right to left. */
function apart(text: string, { direction }: Words): string {
  return direction === 'rtl' ? `\u2068${shortened(text)}\u2069` : shortened(text)
}

const MAX_TEXT_LENGTH = 200

/** Text from a file on one line, without control characters or direction marks, and never longer than a sentence can bear. */
export function shortened(text: string): string {
  const line = text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replace(/[\u202A-\u202E\u2066-\u2069]/g, '')
    .trim()
  const letters = Array.from(line)
  return letters.length > MAX_TEXT_LENGTH ? `${letters.slice(0, MAX_TEXT_LENGTH).join('').trimEnd()}…` : line
}
