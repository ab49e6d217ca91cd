import { useState } from 'preact/hooks'
import { CountryOptions } from '../help/country-options'
import { type Country, countryOf } from '../help/helplines'
import { phonePage } from '../settings/settings'
import { useSetting } from '../settings/use-setting'
import { Button } from '../ui/button'
import { LanguageOptions } from '../ui/language-options'
import { PageHead } from '../ui/page-head'
import { useWords } from '../ui/words-context'
import '../ui/tokens.css'
import '../ui/base.css'
import '../ui/field.css'
import './handout-page.css'
import { PhoneAddressField } from './phone-address-field'
import { Sheet } from './sheet'

interface HandoutPageProps {
  /** BCP 47, most wanted first: the country is chosen by it at first. */
  readonly preferred: readonly string[]
  readonly speak: (language: string) => void
  readonly print: () => void
}

/** A sheet that a school prints for a parent evening, and what to choose before; only the sheet is printed. */
export function HandoutPage({ preferred, speak, print }: HandoutPageProps) {
  const { t, language } = useWords()
  const [country, setCountry] = useState<Country | null>(() => countryOf(preferred))
  const [phones] = useSetting(phonePage)
  return (
    <>
      <PageHead here={null} />
      <main class="handout">
        <div class="handout-choices">
          <p>{t('handout.lead')}</p>
          <label>
            <span>{t('handout.language')}</span>
            <select
              data-action="sheet-language"
              value={language}
              onChange={({ currentTarget }) => speak(currentTarget.value)}
            >
              <LanguageOptions />
            </select>
          </label>
          <label>
            <span>{t('help.country')}</span>
            <select
              data-action="sheet-country"
              value={country ?? ''}
              onChange={({ currentTarget }) => setCountry((currentTarget.value || null) as Country | null)}
            >
              <CountryOptions />
            </select>
          </label>
          <PhoneAddressField />
          <Button action="print" rank="main" onPress={print}>
            {t('handout.print')}
          </Button>
        </div>
        <Sheet country={country} phonePage={phones ?? ''} />
      </main>
    </>
  )
}
