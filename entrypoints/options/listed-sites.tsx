import { SITES } from '../../src/sites'
import { useWords } from '../../src/ui/words-context'
import { SiteSwitches } from '../../src/watching/site-switches'

/** The places that are watched from the start, to be switched off or on. */
export function ListedSites() {
  const { t } = useWords()
  return (
    <details>
      <summary>{t('options.sites.listed', { count: SITES.length })}</summary>
      <SiteSwitches />
    </details>
  )
}
