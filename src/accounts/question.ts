import type { Answer } from '../bridge/account-answer'
import type { Reading } from '../bridge/audience'
import type { AccountAnswer } from '../settings/account-answer'
import { accountAnswers, askAgainDays } from '../settings/settings'
import { SITES } from '../sites'
import type { Site } from '../sites/site'

const DAY_MS = 24 * 60 * 60 * 1000

/**
 * Is it time to ask who can see the account on this site? `siteId` is what `siteIdOf` gives: a listed place's id, or
 * the host of an added one. `reading` is what the page itself says now.
 */
export async function isQuestionDue(siteId: string, now: Date, reading: Reading = 'cannot-tell'): Promise<boolean> {
  const site = SITES.find((known) => known.id === siteId)
  if (site && !hasAccountQuestion(site)) return false
  const [answers, days] = await Promise.all([accountAnswers.getValue(), askAgainDays.getValue()])
  const last = answers[siteId]
  return isDueAfter(last, days, now) || (reading === 'public' && becamePublic(last))
}

/** Remembers an answer with its date, and whether the page said that everyone sees what is posted. */
export async function answerQuestion(
  siteId: string,
  answer: Answer,
  now: Date,
  reading: Reading = 'cannot-tell',
): Promise<void> {
  const given = { answer, on: now.toISOString() }
  const said = reading === 'public' ? { ...given, pageSaidPublic: true as const } : given
  await accountAnswers.update((answers) => ({ ...answers, [siteId]: said }))
}

/** The page says public now, and neither the parent nor the page said so at the last answer. */
function becamePublic(last: AccountAnswer | undefined): boolean {
  return last?.answer !== 'public' && !last?.pageSaidPublic
}

/**
 * Mails and messages go to whom they are addressed, and a class album to the class: there the question who follows
 * the account has no answer that the parent could act on.
 */
function hasAccountQuestion(site: Site): boolean {
  return site.kind === 'social' || site.kind === 'adverts' || site.kind === 'album'
}

/**
 * 'Later' is asked again on the next day, by the calendar of this machine; any other answer holds for `days` days.
 * An answer from the future means that the clock was wrong once: it does not silence the question.
 */
export function isDueAfter(last: AccountAnswer | undefined, days: number, now: Date): boolean {
  return !last || new Date(last.on) > now || asksAgain(last, days) <= now
}

/** From when on the question is asked again after an answer. */
export function asksAgain(last: AccountAnswer, days: number): Date {
  const given = new Date(last.on)
  return last.answer === 'later'
    ? new Date(given.getFullYear(), given.getMonth(), given.getDate() + 1)
    : new Date(given.getTime() + days * DAY_MS)
}
