import { useRef } from 'preact/hooks'
import { addedSites, cleanWithoutAsking } from '../settings/settings'
import { useManaged } from '../settings/use-managed'
import { useSetting } from '../settings/use-setting'
import { nameOfSite, SITES, siteIdOf } from '../sites'
import { parsePattern } from '../sites/address'
import { Button } from '../ui/button'
import { useWords } from '../ui/words-context'
import { Rows } from './rows'
import { Section } from './section'

/** Places where everything found is taken out without a question. */
export function CleaningSection() {
  const { t, locale } = useWords()
  const [chosen, setChosen] = useSetting(cleanWithoutAsking)
  const [added] = useSetting(addedSites)
  const fixed = useManaged(cleanWithoutAsking) ?? []
  const select = useRef<HTMLSelectElement>(null)
  if (!chosen || !added) return null
  const hosts = added.flatMap((pattern) => parsePattern(pattern)?.host ?? []).map(siteIdOf)
  const others = [...SITES.map((site) => site.id), ...hosts]
    .filter((id) => !chosen.includes(id))
    .map((id) => ({ id, name: nameOfSite(id) }))
    .sort((one, other) => one.name.localeCompare(other.name, locale))
  return (
    <Section name="cleaning" title={t('options.cleaning')}>
      <p>{t('options.cleaning.text')}</p>
      <Rows
        rows={chosen.map((id) => ({ id, name: nameOfSite(id), fixed: fixed.includes(id) }))}
        none={t('options.cleaning.none')}
        action="ask-again-here"
        actionText={t('options.remove')}
        actionLabel={(name) => t('options.remove.label', { name })}
        onPress={(id) => setChosen((sites) => sites.filter((other) => other !== id))}
      />
      <div class="options-form">
        <label>
          <span>{t('options.cleaning.add.label')}</span>
          <select ref={select} data-action="clean-without-asking-site">
            {others.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <Button
          action="clean-without-asking"
          onPress={() => {
            const added = select.current?.value
            if (added) setChosen((sites) => [...new Set([...sites, added])])
          }}
        >
          {t('options.add')}
        </Button>
      </div>
    </Section>
  )
}
