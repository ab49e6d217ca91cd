import { storage } from 'wxt/utils/storage'
import type { Done } from '../bridge/background'
import { siteIdOf } from '../sites'
import { createTurns } from './in-turn'

/** What was done with one choice of files, when and on which site. */
export interface Recent extends Omit<Done, 'host'> {
  readonly site: string
  /** ISO moment in UTC. */
  readonly on: string
}

const MAX_RECENT = 10

/** In session storage, which lies in memory only and is gone with the browser. The newest come first. */
export const recent = storage.defineItem<readonly Recent[]>('session:recent', { fallback: [] })

const inTurn = createTurns()

/** Puts what was done in front of the last ones. Only the background calls this. */
export function rememberRecent({ host, ...done }: Done, now: Date): Promise<void> {
  return inTurn(async () => {
    const site = siteIdOf(host)
    if (site === '') return
    const one: Recent = { ...done, site, on: now.toISOString() }
    await recent.setValue([one, ...(await recent.getValue())].slice(0, MAX_RECENT))
  })
}
