import type { Answer } from '../../bridge/account-answer'
import type { Reading } from '../../bridge/audience'
import type { Review } from '../review'
import { summaryOf } from '../summary'

/** Asks who can see the account, where that is due. `asked`: the screen has said what was done with the files. */
export async function askAboutAccount(review: Review, reading: Reading): Promise<'asked' | 'not-due' | 'cancelled'> {
  const { destination, dialog, session, signal, files } = review
  const { account } = destination
  if (!(await account.isDue(reading))) return 'not-due'
  const summary = summaryOf(session)
  const answer = await dialog.ask<Answer | 'cancel'>(signal, (reply) => ({
    name: 'account',
    site: account.site,
    host: account.host,
    reading,
    summary: summary.cleaned + summary.redrawn + summary.hidden > 0 ? summary : null,
    count: files.length,
    answer: reply,
  }))
  if (answer === 'cancel') return 'cancelled'
  await account.remember(answer, reading)
  return 'asked'
}
