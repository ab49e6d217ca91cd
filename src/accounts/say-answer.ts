import type { AccountAnswer } from '../settings/account-answer'
import { withFirstOfMonth } from '../words/first-of-month'
import type { Words } from '../words/words'
import { asksAgain, isDueAfter } from './question'

/** The last answer with its date, and when the question comes back. */
export function sayAnswer(given: AccountAnswer, days: number, { t, locale }: Words, now = new Date()): string {
  const day = (moment: Date) => withFirstOfMonth(moment.toLocaleDateString(locale, { dateStyle: 'long' }), locale)
  const values = { answer: t(`account.${given.answer}`), date: day(new Date(given.on)) }
  return isDueAfter(given, days, now)
    ? t('account.answered.due', values)
    : t('account.answered', { ...values, again: day(asksAgain(given, days)) })
}
