import { whoSees } from '../accounts/who-sees'
import { dayIn } from '../help/day-in'
import { siteOf } from '../sites'
import type { Site } from '../sites/site'
import { useWords } from '../ui/words-context'

/** What the site itself does with hidden details, as far as that is known, and what nobody can take out. */
export function CopiesNote({ host }: { readonly host: string }) {
  const { t } = useWords()
  const site = siteOf(host)
  const seenBy = site && whoSees(site)
  const known = site && site.copies.doubt !== 'unchecked' ? site.copies : null
  return (
    <div class="screen-note">
      <p>{t('pause.stays')}</p>
      {seenBy && <p>{t(seenBy, { site: site.name })}</p>}
      {site && (
        <p>
          {t(`copies.${known?.value ?? 'unknown'}`, { site: site.name, doubt: known?.doubt ?? 'unchecked' })}
          {site.fileModeKeeps?.doubt === 'none' && ` ${t('copies.fileMode')}`}
        </p>
      )}
      {known && <WhoSaysSo {...known} />}
    </div>
  )
}

/** The sources speak English, whatever the parent does. */
function WhoSaysSo({ source, asOf }: Pick<Site['copies'], 'source' | 'asOf'>) {
  const { t, locale } = useWords()
  if (!source) return null
  return (
    <details>
      <summary>{t('copies.source')}</summary>
      <p>
        <bdi lang="en">{source}</bdi>
        {asOf && ` (${dayIn(asOf, locale)})`}
      </p>
    </details>
  )
}
