import { useWords } from '../ui/words-context'
import { COUNTRIES } from './helplines'

/** The first choice is none, because nobody lives in a list; then the countries whose helplines are known, by their names in the language of the page. */
export function CountryOptions() {
  const { t, locale } = useWords()
  const names = new Intl.DisplayNames(locale, { type: 'region' })
  return (
    <>
      <option value="">{t('help.country.none')}</option>
      {COUNTRIES.map((code) => (
        <option key={code} value={code}>
          {names.of(code)}
        </option>
      ))}
    </>
  )
}
