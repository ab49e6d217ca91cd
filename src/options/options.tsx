import { PageHead } from '../ui/page-head'
import { useWords } from '../ui/words-context'
import { AccountSection } from './account-section'
import { CleaningSection } from './cleaning-section'
import { CountsSection } from './counts-section'
import { LanguageSection } from './language-section'
import { SitesSection } from './sites-section'
import { SmallThingsSection } from './small-things-section'
import { StoredSection } from './stored-section'

export function Options() {
  const { t } = useWords()
  return (
    <>
      <PageHead here="options" />
      <main class="options">
        <header>
          <h1>{t('options.title')}</h1>
          <p>{t('options.lead')}</p>
        </header>
        <SitesSection />
        <SmallThingsSection />
        <CleaningSection />
        <AccountSection />
        <LanguageSection />
        <CountsSection />
        <StoredSection />
      </main>
    </>
  )
}
