import { useWords } from '../../src/ui/words-context'
import { AccountSection } from './account-section'
import { CleaningSection } from './cleaning-section'
import { CountsSection } from './counts-section'
import { LanguageSection } from './language-section'
import { SitesSection } from './sites-section'
import { StoredSection } from './stored-section'

export function Options() {
  const { t } = useWords()
  return (
    <main class="options">
      <header class="options-head">
        <img src="/icons/128.png" alt="" width="48" height="48" />
        <h1>{t('options.title')}</h1>
        <p>{t('options.lead')}</p>
      </header>
      <LanguageSection />
      <AccountSection />
      <CleaningSection />
      <SitesSection />
      <CountsSection />
      <StoredSection />
    </main>
  )
}
