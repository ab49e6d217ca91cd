import type { RuleChange } from '../bridge/rule-change'
import { cleanedInARow, cleanWithoutAsking, smallThings } from './settings'

/** After three times the same answer the fourth question offers to make it the rule here. */
export const OFFERED_AFTER = 3

/** Carries out what an answer changes in the rules of a site. */
export async function changeRules(siteId: string, change: RuleChange): Promise<void> {
  if (change === 'ask-small') return smallThings.update(() => 'ask')
  const cleanedTimes = (times: (before: number) => number) =>
    cleanedInARow.update((all) => ({ ...all, [siteId]: Math.min(times(all[siteId] ?? 0), OFFERED_AFTER) }))
  if (change === 'cleaned-all') return cleanedTimes((before) => before + 1)
  if (change !== 'not-cleaned-all') {
    await cleanWithoutAsking.update((sites) => {
      const others = sites.filter((other) => other !== siteId)
      return change === 'clean-always' ? [...others, siteId] : others
    })
  }
  return cleanedTimes(() => 0)
}
