import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser'
import { type Formats, type Formatters, formatToParts } from 'intl-messageformat'
import type en from './en.json'

/** English is the reference: every key is in en.json, and a test holds every other language to it. */
export type WordKey = keyof typeof en

type Values = Readonly<Record<string, string | number>>

/** One language, ready to speak. */
export interface Words {
  /** BCP 47, as in the name of its file: 'fr'. */
  readonly language: string
  /** BCP 47 for dates and numbers, with the region of the browser where it fits the language: 'fr-BE'. */
  readonly locale: string
  readonly direction: 'ltr' | 'rtl'
  /**
   * The sentence for a key. Values are put in as plain text.
   * @throws when a value that the sentence needs is missing.
   */
  t(key: WordKey, values?: Values): string
}

export type Messages = Readonly<Record<string, string | readonly MessageFormatElement[]>>

const RIGHT_TO_LEFT = new Set(['ar', 'fa', 'he', 'ur'])
const FORMATS: Formats = { number: {}, date: {}, time: {} }

/** Makes the words of one language from its compiled messages (see scripts/compile-words.ts). */
export function createWords(language: string, messages: Messages, wanted = language): Words {
  const formatters = cachedFormatters()
  const locale = localeOf(wanted)
  return {
    language,
    locale,
    direction: RIGHT_TO_LEFT.has(new Intl.Locale(language).language) ? 'rtl' : 'ltr',
    t(key, values) {
      const message = messages[key]
      if (message === undefined) throw new Error(`no words for “${key}” in ${language}`)
      if (typeof message === 'string') return message
      const parts = formatToParts<never>([...message], locale, formatters, FORMATS, values, undefined, key)
      return parts.map((part) => String(part.value)).join('')
    },
  }
}

/** The bare names mean the United States and Brazil to `Intl`, whose spelling is not that of these words. */
const REGIONS: Readonly<Record<string, string>> = { en: 'en-GB', pt: 'pt-PT' }

/** Arabic numbers stand beside helplines and models, which are written in Latin digits: one kind of digits for all. */
function localeOf(wanted: string): string {
  const locale = new Intl.Locale(REGIONS[wanted] ?? wanted)
  return new Intl.Locale(locale, locale.language === 'ar' ? { numberingSystem: 'latn' } : {}).toString()
}

/** Intl objects are slow to make: one of a kind is kept. */
function cachedFormatters(): Formatters {
  const made = new Map<string, unknown>()
  const once = <Made>(kind: string, args: unknown[], make: () => Made): Made => {
    const key = kind + JSON.stringify(args)
    if (!made.has(key)) made.set(key, make())
    return made.get(key) as Made
  }
  return {
    getNumberFormat: (locales, options) =>
      once('number', [locales, options], () => new Intl.NumberFormat(locales, options)),
    getDateTimeFormat: (...args) => once('date', args, () => new Intl.DateTimeFormat(...args)),
    getPluralRules: (...args) => once('plural', args, () => new Intl.PluralRules(...args)),
  }
}
