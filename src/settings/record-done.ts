import type { Done } from '../bridge/background'
import { siteIdOf } from '../sites'
import { createTurns } from './in-turn'
import { addCounts } from './month-counts'
import { counts } from './settings'

const inTurn = createTurns()

/** Adds what was done on a site to this month's counts. */
export function recordDone(done: Done, now: Date): Promise<void> {
  return inTurn(async () => {
    const { host, cleaned, asIs, cancelled } = done
    const site = siteIdOf(host)
    if (site === '') return
    await counts.setValue(addCounts(await counts.getValue(), site, { cleaned, asIs, cancelled }, now))
  })
}
