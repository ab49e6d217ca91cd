import { useEffect, useState } from 'preact/hooks'
import { browser } from 'wxt/browser'
import { exportSettings } from '../settings/transfer'
import { useWords } from '../ui/words-context'
import { EraseEverything } from './erase-everything'
import { ExportButton } from './export-button'
import { ImportButton } from './import-button'
import { Section } from './section'

/** Everything that is stored, as it is: to read, take along, bring back, or erase. */
export function StoredSection() {
  const { t } = useWords()
  const [text, setText] = useState('')
  useEffect(() => {
    const read = () => void exportSettings().then(setText)
    read()
    browser.storage.local.onChanged.addListener(read)
    return () => browser.storage.local.onChanged.removeListener(read)
  }, [])
  return (
    <Section name="stored" title={t('options.stored')}>
      <p>{t('options.stored.text')}</p>
      <details>
        <summary>{t('options.stored.show')}</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, also by keyboard. */}
        <section class="options-scroll" tabIndex={0} aria-label={t('options.stored.show')}>
          <pre data-stored="">{text}</pre>
        </section>
      </details>
      <div class="options-buttons">
        <ExportButton text={text} />
        <ImportButton />
      </div>
      <EraseEverything />
    </Section>
  )
}
