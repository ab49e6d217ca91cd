/** What French and Italian put behind the first day of a month and behind no other: 'le 1er juin', '1º giugno'. */
const ORDINALS: Readonly<Record<string, string>> = { fr: '1er ', it: '1º ' }

/** Returns a date as `Intl` writes it, day first, with the ordinal that people write and `Intl` does not. */
export function withFirstOfMonth(date: string, locale: string): string {
  const ordinal = ORDINALS[new Intl.Locale(locale).language]
  return ordinal ? date.replace(/^1 (?=\p{L})/u, ordinal) : date
}
