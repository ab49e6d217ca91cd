import { nothingFound, SMALL_THINGS, smallThings } from '../settings/settings'
import { useSetting } from '../settings/use-setting'
import { useWords } from '../ui/words-context'
import { Section } from './section'

/** What becomes of small things alone, and of files in which nothing is found. */
export function SmallThingsSection() {
  const { t } = useWords()
  const [small, setSmall] = useSetting(smallThings)
  const [found, setFound] = useSetting(nothingFound)
  if (!small || !found) return null
  return (
    <Section name="small-things" title={t('options.small')}>
      <fieldset class="options-choices" aria-describedby="small-text">
        <legend class="hidden-from-view">{t('options.small')}</legend>
        <p id="small-text">{t('options.small.text')}</p>
        {SMALL_THINGS.map((choice) => (
          <label key={choice}>
            <input
              type="radio"
              name="small-things"
              data-action={`small-${choice}`}
              checked={small === choice}
              onChange={() => setSmall(() => choice)}
            />
            {t(`options.small.${choice}`)}
          </label>
        ))}
      </fieldset>
      <label class="options-check">
        <input
          type="checkbox"
          data-action="leave-untouched"
          aria-describedby="untouched-text"
          checked={found === 'leave'}
          onChange={() => setFound((before) => (before === 'leave' ? 'copy' : 'leave'))}
        />
        {t('options.untouched')}
      </label>
      <p id="untouched-text" class="options-quiet">
        {t('options.untouched.text')}
      </p>
    </Section>
  )
}
