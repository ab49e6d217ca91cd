import { useState } from 'preact/hooks'
import { answerQuestion } from '../src/accounts'
import { sayAnswer } from '../src/accounts/say-answer'
import { HowToLookItUp, whoSees } from '../src/pause/account-screen'
import { accountAnswers, askAgainDays } from '../src/settings/settings'
import { useSetting } from '../src/settings/use-setting'
import { SITES } from '../src/sites'
import type { Site } from '../src/sites/site'
import { Button } from '../src/ui/button'
import { useFirstFocus } from '../src/ui/first-focus'
import { useWords } from '../src/ui/words-context'
import { findSites, recentSites, withNewest } from './recent-sites'

/** The second question: where is this posted, and who can see it there? Answers are remembered on this phone only. */
export function Destination() {
  const { t } = useWords()
  const [recent, setRecent] = useSetting(recentSites)
  const [typed, setTyped] = useState('')
  const [site, setSite] = useState<Site | null>(null)
  const found = findSites(SITES, typed, recent ?? [])
  if (site) return <AccountQuestion site={site} back={() => setSite(null)} />
  return (
    <section class="phone-where" aria-labelledby="phone-where">
      <h2 id="phone-where">{t('phone.where')}</h2>
      <label>
        {t('phone.where.search')}
        <input type="search" value={typed} onInput={({ currentTarget }) => setTyped(currentTarget.value)} />
      </label>
      <ul>
        {found.map((one) => (
          <li key={one.id}>
            <button
              type="button"
              class="phone-site"
              data-site={one.id}
              onClick={() => {
                setRecent((before) => withNewest(before, one.id))
                setSite(one)
              }}
            >
              {one.name}
            </button>
          </li>
        ))}
      </ul>
      {found.length === 0 && <p role="status">{t('phone.where.none')}</p>}
    </section>
  )
}

function AccountQuestion({ site, back }: { readonly site: Site; readonly back: () => void }) {
  const words = useWords()
  const { t } = words
  const heading = useFirstFocus<HTMLHeadingElement>()
  const [answers] = useSetting(accountAnswers)
  const [days] = useSetting(askAgainDays)
  const given = answers?.[site.id]
  const answer = (value: 'limited' | 'public' | 'later') => void answerQuestion(site.id, value, new Date())
  return (
    <section class="phone-where" aria-labelledby="phone-account">
      <h2 id="phone-account" ref={heading} tabIndex={-1}>
        {t('account.title', { site: site.name })}
      </h2>
      <p>{whoSees(site, site.name, 'cannot-tell', words)}</p>
      <HowToLookItUp site={site} />
      <div class="phone-answers">
        {!site.alwaysPublic && (
          <Button action="audience-limited" onPress={() => answer('limited')}>
            {t('account.limited')}
          </Button>
        )}
        <Button action="audience-public" onPress={() => answer('public')}>
          {t('account.public')}
        </Button>
        <Button action="audience-later" onPress={() => answer('later')}>
          {t('account.later')}
        </Button>
      </div>
      <p role="status">{given && days !== null && sayAnswer(given, days, words)}</p>
      <Button action="other-site" onPress={back}>
        {t('phone.where.other')}
      </Button>
    </section>
  )
}
