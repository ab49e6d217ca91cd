import { hasAccountQuestion } from '../../src/accounts'
import { sayAnswer } from '../../src/accounts/say-answer'
import { accountAnswers, askAgainDays } from '../../src/settings/settings'
import { useSetting } from '../../src/settings/use-setting'
import type { Site } from '../../src/sites/site'
import { Icon } from '../../src/ui/icon'
import { useWords } from '../../src/ui/words-context'

/** Who sees what is posted here: the parent's last answer, or what is known about the place. */
export function Account({ site }: { readonly site: Site }) {
  const { t } = useWords()
  const { value: page, doubt } = site.privacyPage
  return (
    <section class="popup-account">
      <h2>{t('popup.account')}</h2>
      {site.alwaysPublic ? (
        <p>{t('account.always', { site: site.name })}</p>
      ) : hasAccountQuestion(site) ? (
        <LastAnswer siteId={site.id} />
      ) : (
        <p>{t(`popup.audience.${audienceOf(site)}`)}</p>
      )}
      {page !== null && (
        <p>
          <a href={page} target="_blank" rel="noreferrer">
            {t('account.open', { site: site.name })}
            <Icon name="outside" />
            <span class="hidden-from-view"> ({t('account.open.newTab')})</span>
          </a>
          {doubt === 'unchecked' && <span class="popup-quiet"> {t('account.open.doubt')}</span>}
        </p>
      )}
    </section>
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

/** Mails and messages go to recipients, whatever else is known; a class album to the class. */
function audienceOf(site: Site): 'class' | 'depends' | 'recipients' {
  if (site.kind === 'school') return 'class'
  return site.audience.value === 'depends' ? 'depends' : 'recipients'
}
