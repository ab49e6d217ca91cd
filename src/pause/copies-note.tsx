import { whoSees } from '../accounts/who-sees'
import { siteOf } from '../sites'
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
    </div>
  )
}
