import { LANGUAGES, nameOfLanguage } from '../words/languages'

/** The languages to choose from, each in its own words. */
export function LanguageOptions() {
  return (
    <>
      {LANGUAGES.map((name) => (
        <option key={name} value={name} lang={name}>
          {nameOfLanguage(name)}
        </option>
      ))}
    </>
  )
}
