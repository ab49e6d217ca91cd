import { siteIdOf, siteOf } from '../sites'
import { parseAddress, parsePattern } from '../sites/address'
import { type AccountAnswer, parseAccountAnswer } from './account-answer'
import { besides, instead } from './managed'
import { type MonthCounts, parseMonthCounts } from './month-counts'
import { parseMoment, parseNames, parseTable, parseWebAddress, parseWhole } from './parse'
import { defineSetting, type Setting } from './setting'

export const SMALL_THINGS = ['ask', 'tell', 'quiet'] as const
export type SmallThings = (typeof SMALL_THINGS)[number]

/** 'auto' follows the browser; otherwise a language code such as 'fr' or 'pt-BR' (BCP 47). */
export const language = defineSetting<string>('language', 'auto', parseLanguage, instead(parseLanguage))

/** Days after which the account question is asked again on a site. */
export const askAgainDays = defineSetting<number>('askAgainDays', 30, parseDays, instead(parseDays))

/** Sites (ids, or hosts of added ones) where photos are cleaned without asking each time. */
export const cleanWithoutAsking = defineSetting<string[]>(
  'cleanWithoutAsking',
  [],
  parseNames,
  besides((host) => siteIdOf(parseAddress(host)?.host ?? '') || null),
)

/**
 * What becomes of small things alone, such as the model of the phone: `ask` about them, take them out and `tell`, or take
 * them out and be `quiet`.
 */
export const smallThings = defineSetting<SmallThings>(
  'smallThings',
  'tell',
  (value) => SMALL_THINGS.find((one) => one === value) ?? null,
)

/** Files in which nothing is found go as a clean `copy`, without small details, or the parent wants to `leave` them exactly as they are. */
export const nothingFound = defineSetting<'copy' | 'leave'>('nothingFound', 'copy', (value) =>
  value === 'copy' || value === 'leave' ? value : null,
)

/** Match patterns of the sites a parent added, such as `*://*.forum.example.org/*`. */
export const addedSites = defineSetting<string[]>(
  'addedSites',
  [],
  (value) => {
    const patterns = parseNames(value)
    return patterns?.every((pattern) => parsePattern(pattern) !== null) ? patterns : null
  },
  // A policy names hosts; those watched from the start need no pattern of their own.
  besides((host) => {
    const address = parseAddress(host)
    return address && siteOf(address.host) === null ? address.pattern : null
  }),
)

/** Photos are checked on every site, as far as the browser lets us. */
export const everywhere = defineSetting<'on' | 'off'>('everywhere', 'off', (value) =>
  value === 'on' || value === 'off' ? value : null,
)

/** Ids of the sites that the parent switched off, hosts of those that are on no list: photos pass there. */
export const sitesOff = defineSetting<string[]>('sitesOff', [], parseNames)

/** Where the school hosts the page for phones; empty where it does not. It is printed on the sheet for parents and never opened. */
export const phonePage = defineSetting<string>('phonePage', '', parsePhonePage, instead(parsePhonePage))

/** The last answer to the account question, per site id (or host of an added site). */
export const accountAnswers = defineSetting<Record<string, AccountAnswer>>(
  'accountAnswers',
  {},
  parseTable(parseAccountAnswer),
)

/** What was done, per month and site. Counts only: no file, no name, no time of day. */
export const counts = defineSetting<MonthCounts>('counts', {}, parseMonthCounts)

/** How many times in a row, up to three, everything was taken out; then that is offered as the rule. Per site id. */
export const cleanedInARow = defineSetting<Record<string, number>>('cleanedInARow', {}, parseTable(parseWhole(0, 3)))

/** Until this moment photos pass unchecked, because the parent asked for a break; '' when there is none. */
export const pausedUntil = defineSetting<string>('pausedUntil', '', (value) => (value === '' ? '' : parseMoment(value)))

/** Everything that is kept for longer than a session of the browser. */
export const SETTINGS: readonly Setting<unknown>[] = [
  language,
  askAgainDays,
  cleanWithoutAsking,
  smallThings,
  nothingFound,
  addedSites,
  everywhere,
  sitesOff,
  accountAnswers,
  counts,
  cleanedInARow,
  pausedUntil,
  phonePage,
]

function parseLanguage(value: unknown): string | null {
  return typeof value === 'string' && /^(auto|[a-z]{2,3}(-[A-Za-z0-9]{2,8})*)$/.test(value) ? value : null
}

function parseDays(value: unknown): number | null {
  return parseWhole(1, 365)(value)
}

function parsePhonePage(value: unknown): string | null {
  return value === '' ? '' : parseWebAddress(value)
}
