import type { Done } from '../bridge/background'
import { siteIdOf } from '../sites'
import { addCounts } from './month-counts'
import { counts } from './settings'

/** Adds what was done on a site to this month's counts. */
export async function recordDone({ host, gone, ...done }: Done, now: Date): Promise<void> {
  const site = siteIdOf(host)
  if (site !== '') await counts.update((before) => addCounts(before, site, done, now))
}
