import { language } from '../settings/settings'
import { useManaged } from '../settings/use-managed'
import { useSetting } from '../settings/use-setting'
import { LanguageOptions } from '../ui/language-options'
import { useWords } from '../ui/words-context'
import { SchoolNote } from './school-note'
import { Section } from './section'

export function LanguageSection() {
  const { t } = useWords()
  const [chosen, choose] = useSetting(language)
  const fixed = useManaged(language) !== null
  return (
    <Section name="language" title={t('options.language')}>
      <label>
        <span>{t('options.language.label')}</span>
        <select
          data-action="language"
          value={chosen ?? 'auto'}
          disabled={fixed}
          aria-describedby={fixed ? 'language-school' : undefined}
          onChange={({ currentTarget: { value } }) => choose(() => value)}
        >
          <option value="auto">{t('options.language.auto')}</option>
          <LanguageOptions />
        </select>
      </label>
      {fixed && <SchoolNote id="language-school" />}
    </Section>
  )
}
