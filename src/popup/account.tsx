import { sayAnswer } from '../accounts/say-answer'
import { whoSees } from '../accounts/who-sees'
import { accountAnswers, askAgainDays } from '../settings/settings'
import { useSetting } from '../settings/use-setting'
import type { Site } from '../sites/site'
import { Icon } from '../ui/icon'
import { useWords } from '../ui/words-context'

interface AccountProps {
  readonly siteId: string
  /** Null for a place the parent added. */
  readonly site: Site | null
}

/** Who sees what is posted here: the parent's last answer, or what is known about the place. */
export function Account({ siteId, site }: AccountProps) {
  const { t } = useWords()
  const known = site && whoSees(site)
  return (
    <section class="popup-account">
      <h2>{t('popup.account')}</h2>
      {known ? <p>{t(known, { site: site.name })}</p> : <LastAnswer siteId={siteId} />}
      {site && <PrivacyPage site={site} />}
    </section>
  )
}

function PrivacyPage({ site }: { readonly site: Site }) {
  const { t } = useWords()
  const { value: address, doubt } = site.privacyPage
  if (address === null) return null
  return (
    <p>
      <a href={address} target="_blank" rel="noreferrer">
        {t('account.open', { site: site.name })}
        <Icon name="outside" />
        <span class="hidden-from-view"> ({t('account.open.newTab')})</span>
      </a>
      {doubt === 'unchecked' && <span class="popup-quiet"> {t('account.open.doubt')}</span>}
    </p>
  )
}

function LastAnswer({ siteId }: { readonly siteId: string }) {
  const words = useWords()
  const [answers] = useSetting(accountAnswers)
  const [days] = useSetting(askAgainDays)
  if (!answers || days === null) return null
  const last = answers[siteId]
  return <p>{last ? sayAnswer(last, days, words) : words.t('popup.account.never')}</p>
}
