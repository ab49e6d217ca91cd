import { language } from '../../src/settings/settings'
import { useSetting } from '../../src/settings/use-setting'
import { useWords } from '../../src/ui/words-context'
import { LANGUAGES, nameOfLanguage } from '../../src/words/languages'
import { Section } from './section'

export function LanguageSection() {
  const { t } = useWords()
  const [chosen, choose] = useSetting(language)
  return (
    <Section name="language" title={t('options.language')}>
      <label>
        <span>{t('options.language.label')}</span>
        <select
          data-action="language"
          value={chosen ?? 'auto'}
          onChange={({ currentTarget }) => choose(currentTarget.value)}
        >
          <option value="auto">{t('options.language.auto')}</option>
          {LANGUAGES.map((name) => (
            <option key={name} value={name} lang={name}>
              {nameOfLanguage(name)}
            </option>
          ))}
        </select>
      </label>
    </Section>
  )
}
