import { SiteSwitches } from '../site-access/site-switches'
import { SITES } from '../sites'
import { useWords } from '../ui/words-context'

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
