import type { Site } from '../sites/site'
import type { WordKey } from '../words/words'

/**
 * Who sees what is sent to a place, where its kind tells: a mail goes to recipients, a class album to the class, an
 * advert to everyone. Null where it hangs on the account. The sentence may need `site`.
 */
export function whoSees(site: Site): WordKey | null {
  if (site.alwaysPublic) return 'account.always'
  if (site.kind === 'school') return 'audience.class'
  if (site.kind !== 'mail' && site.kind !== 'messenger') return null
  return site.audience.value === 'depends' ? 'audience.depends' : 'audience.recipients'
}
