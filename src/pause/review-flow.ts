import type { Destination } from './destination'
import type { Decision } from './dialog'
import { askAboutAccount } from './phases/ask-about-account'
import { askUntilDecided } from './phases/ask-until-decided'
import { conclude } from './phases/conclude'
import { decideAutomatically } from './phases/decide-automatically'
import { lookInto } from './phases/look-into'
import { asTheyAre, beginReview, cancelled, type Review, type Reviewed, type ReviewServices } from './review'

/**
 * From held to decided, one choice of files. The dialog shows something only when there is a reason; it is left as it is
 * in the end, for the caller to close. Rejects only with the signal's reason.
 */
export async function reviewFiles(
  files: readonly File[],
  destination: Destination,
  services: ReviewServices,
  withdrawn: AbortSignal,
): Promise<Reviewed> {
  const review = beginReview(files, destination, services, withdrawn)
  try {
    return await inPhases(review)
  } catch (error) {
    if (withdrawn.aborted) throw withdrawn.reason
    if (review.signal.aborted) return cancelled(review)
    console.error(error)
    const decision = await services.dialog.ask<Decision>(withdrawn, (answer) => ({ name: 'failed', answer }))
    return decision.do === 'cancel' ? cancelled(review) : asTheyAre(review, files.length)
  }
}

async function inPhases(review: Review): Promise<Reviewed> {
  const { rules, account } = review.destination
  if (await rules.letsPass()) return asTheyAre(review, 0)
  // Asked for while the files are looked into. Until the answer nobody can change it: the page lies under the dialog.
  const audience = account.readAudience()
  audience.catch(() => undefined)
  const { now, stripped } = await lookInto(review)
  const { because, earlier } = await decideAutomatically(review, now)
  const asked = review.session.open
  if ((await askUntilDecided(review, now, earlier, stripped)) === 'cancelled') return cancelled(review)
  const reading = await audience
  if (!because) await rememberWhetherAll(review)
  const told = await askAboutAccount(review, reading)
  return told === 'cancelled' ? cancelled(review) : conclude(review, { now, because, asked, reading, told })
}

/** Counts how often in a row everything was taken out. */
async function rememberWhetherAll({ session, destination }: Review): Promise<void> {
  const kinds = session.items.map(({ outcome }) => outcome?.kind)
  if (!kinds.some((kind) => kind === 'cleaned' || kind === 'as-is')) return
  await destination.rules.rememberCleaned(!kinds.some((kind) => kind === 'as-is' || kind === 'omitted'))
}
