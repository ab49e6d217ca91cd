import { useWords } from '../ui/words-context'
import { COUNTRIES } from './helplines'

/** The countries whose helplines are known, by their names in the language of the page. */
export function CountryOptions() {
  const { locale } = useWords()
  const names = new Intl.DisplayNames(locale, { type: 'region' })
  return (
    <>
      {COUNTRIES.map((code) => (
        <option key={code} value={code}>
          {names.of(code)}
        </option>
      ))}
    </>
  )
}
