import { useState } from 'preact/hooks'
import type { Reading } from '../bridge/audience'
import type { Site } from '../sites/site'
import { useFirstFocus } from '../ui/first-focus'
import { Icon } from '../ui/icon'
import { useWords } from '../ui/words-context'
import type { WordKey, Words } from '../words/words'
import { AnswerButton } from './answer-button'
import type { Screen } from './dialog'
import { SummaryLine } from './summary-line'
import { whatStays } from './what-stays'
import './account-screen.css'

type AccountScreenProps = Extract<Screen, { name: 'account' }>

/** How often a question to think about stands beside the one to answer; nobody keeps what is thought. */
const REFLECTS = 1 / 3

/** Who sees what is posted here? Asked now and then; what the site itself says is one click away. */
export function AccountScreen({ site, host, reading, summary, count, answer }: AccountScreenProps) {
  const words = useWords()
  const { t } = words
  const heading = useFirstFocus<HTMLHeadingElement>()
  const [reflects] = useState(() => Math.random() < REFLECTS)
  const name = site?.name ?? host
  return (
    <main class="screen">
      <div class="screen-body">
        {summary && (
          <div>
            <SummaryLine summary={summary} />
            <p class="screen-note account-stays">{t(whatStays(summary))}</p>
          </div>
        )}
        <div class="account-question">
          <h1 id="headline" ref={heading} tabIndex={-1}>
            {t('account.title', { site: name })}
          </h1>
          <p data-reading={reading}>{whoSees(site, name, reading, words)}</p>
          {reflects && <p>{t('account.reflect')}</p>}
        </div>
        {site && <HowToLookItUp site={site} />}
      </div>
      <div class="actions">
        <div class="account-answers">
          {!site?.alwaysPublic && (
            <AnswerButton action="audience-limited" onPress={() => answer('limited')}>
              {t('account.limited')}
            </AnswerButton>
          )}
          <AnswerButton action="audience-public" onPress={() => answer('public')}>
            {t('account.public')}
          </AnswerButton>
          <AnswerButton action="audience-later" onPress={() => answer('later')}>
            {t('account.later')}
          </AnswerButton>
        </div>
        <div class="account-held">
          <p>{t('account.held', { count })}</p>
          <AnswerButton action="cancel" onPress={() => answer('cancel')}>
            {t('pause.cancel')}
          </AnswerButton>
        </div>
      </div>
    </main>
  )
}

/** Returns the sentence that says who sees what is posted, as far as somebody showed it; never that an account is private. */
export function whoSees(site: Site | null, name: string, reading: Reading, { t }: Words): string {
  if (site?.alwaysPublic) return t('account.always', { site: name })
  if (reading !== 'cannot-tell') return t(`account.reading.${reading}`)
  const { value, doubt } = site?.audience ?? { value: 'unknown', doubt: 'unchecked' }
  if (doubt === 'unchecked' || (value !== 'everyone' && value !== 'friends')) return t('account.audience.cannotTell')
  return t(`account.audience.${value}`, { doubt })
}

/** The way to the setting that says who sees it: at most three sentences and a link. */
export function HowToLookItUp({ site }: { readonly site: Site }) {
  const { t } = useWords()
  const { value: address, doubt } = site.privacyPage
  return (
    <section class="account-steps" aria-labelledby="steps">
      {site.steps.length > 1 && <h2 id="steps">{t('account.steps')}</h2>}
      {site.steps.length > 1 ? (
        <ol>
          {site.steps.map((step) => (
            <li key={step}>{t(step as WordKey)}</li>
          ))}
        </ol>
      ) : (
        site.steps.map((step) => (
          <p id="steps" key={step}>
            {t(step as WordKey)}
          </p>
        ))
      )}
      {address && (
        <p>
          <a class="button" href={address} target="_blank" rel="noreferrer" data-action="open-privacy-page">
            {t('account.open', { site: site.name })}
            <Icon name="outside" />
            <span class="hidden-from-view">({t('account.open.newTab')})</span>
          </a>
          {doubt !== 'none' && <small>{t('account.open.doubt')}</small>}
        </p>
      )}
    </section>
  )
}
