import type { Choice } from '../../review/review-session'
import type { Decision } from '../dialog'
import type { Review } from '../review'

/** Asks first about what was found; once only troubled files are left, what to do with those. */
export async function askAbout(
  review: Review,
  earlier: ReadonlyMap<number, Choice>,
  offerRule: boolean,
): Promise<Decision> {
  const { session, dialog, signal } = review
  const troubled = session.open.filter((at) => session.items[at]?.trouble)
  if (troubled.length < session.open.length)
    return dialog.ask<Decision>(signal, (answer) => ({ name: 'findings', session, earlier, offerRule, answer }))
  const redrawable = await whichCanBeRedrawn(review, troubled)
  return dialog.ask<Decision>(signal, (answer) => ({ name: 'trouble', session, redrawable, answer }))
}

async function whichCanBeRedrawn(review: Review, troubled: readonly number[]): Promise<ReadonlySet<number>> {
  const { session, pictures, signal } = review
  const redrawable = new Set<number>()
  await Promise.all(
    troubled.map(async (at) => {
      const item = session.items[at]
      if (!item || item.redrawFailed || item.file.type.startsWith('video/')) return
      const picture = await pictures.thumbnail(item.file, 64, signal)
      picture?.close()
      if (picture) redrawable.add(at)
    }),
  )
  return redrawable
}
