import { withFirstOfMonth } from '../words/first-of-month'

/** An ISO year, month or day in words: as exact as it is known. */
export function dayIn(iso: string, locale: string): string {
  const [, month, day] = iso.split('-')
  const options: Intl.DateTimeFormatOptions = {
    year: 'numeric',
    ...(month && { month: 'long' }),
    ...(day && { day: 'numeric' }),
    timeZone: 'UTC',
  }
  return withFirstOfMonth(new Date(iso).toLocaleDateString(locale, options), locale)
}
