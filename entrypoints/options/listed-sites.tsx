import { SITES } from '../../src/sites'
import { SITE_KINDS } from '../../src/sites/site'
import { useWords } from '../../src/ui/words-context'

/** The places that are watched from the start, by kind. */
export function ListedSites() {
  const { t, locale } = useWords()
  const names = (kind: string) =>
    SITES.filter((site) => site.kind === kind)
      .map((site) => site.name)
      .sort((one, other) => one.localeCompare(other, locale))
  return (
    <details>
      <summary>{t('options.sites.listed', { count: SITES.length })}</summary>
      <dl class="options-listed">
        {SITE_KINDS.map((kind) => (
          <div key={kind}>
            <dt>{t(`options.sites.kind.${kind}`)}</dt>
            <dd>{names(kind).join(' · ')}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
