import { browser } from 'wxt/browser'
import { createTurns } from '../settings/in-turn'
import { addedSites } from '../settings/settings'
import { SITES } from '../sites'
import { contentScriptMatches } from '../sites/match-pattern'
import { isEverywhere } from './everywhere'
import { EVERYWHERE } from './give-back'

/** The page world must be there before the guard speaks to it; browsers run the scripts of a page in the order of these. */
const PAGE_WORLD = 'added-1-page-world'
const GUARD = 'added-2-guard'

const inTurn = createTurns()

/**
 * Makes the browser put our two scripts into the sites a parent added and allowed, and into no others. Called when
 * the list or the permissions change, and when the browser or the extension starts: Chrome forgets the registration
 * at every update of the extension.
 */
export function registerAddedSites(): Promise<void> {
  return inTurn(async () => {
    const wanted = await allowedPatterns()
    const known = (await browser.scripting.getRegisteredContentScripts({ ids: [PAGE_WORLD, GUARD] })).length > 0
    if (wanted.length === 0) {
      if (known) await browser.scripting.unregisterContentScripts({ ids: [PAGE_WORLD, GUARD] })
    } else if (known) await browser.scripting.updateContentScripts(scriptsFor(wanted))
    else await browser.scripting.registerContentScripts(scriptsFor(wanted))
  })
}

/** The match patterns of the sites beside the listed ones in which we may work: every site, or those that were added. */
async function allowedPatterns(): Promise<string[]> {
  return (await isEverywhere()) ? [EVERYWHERE] : allowedSites()
}

/** Returns the match patterns of the added sites that the parent has allowed, in their order. */
export async function allowedSites(): Promise<string[]> {
  const patterns = await addedSites.getValue()
  const allowed = await Promise.all(patterns.map((pattern) => browser.permissions.contains({ origins: [pattern] })))
  return patterns.filter((_, index) => allowed[index])
}

/** The same two scripts as in the manifest; a listed site under an added name must not get them twice. */
function scriptsFor(matches: string[]) {
  const common = {
    matches,
    excludeMatches: contentScriptMatches(SITES),
    runAt: 'document_start' as const,
    allFrames: true,
    matchOriginAsFallback: true,
    persistAcrossSessions: true,
  }
  return [
    { ...common, id: PAGE_WORLD, js: ['page-world.js'], world: 'MAIN' as const },
    { ...common, id: GUARD, js: ['guard.js'], world: 'ISOLATED' as const },
  ]
}
