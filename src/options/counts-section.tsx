import { counts } from '../settings/settings'
import { useSetting } from '../settings/use-setting'
import { nameOfSite } from '../sites'
import { Button } from '../ui/button'
import { useWords } from '../ui/words-context'
import { Section } from './section'

const COLUMNS = ['cleaned', 'stripped', 'asIs', 'cancelled'] as const

/** What was done, per month and place, newest first. */
export function CountsSection() {
  const { t, locale } = useWords()
  const [months, setMonths] = useSetting(counts)
  if (!months) return null
  const number = new Intl.NumberFormat(locale)
  const month = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric' })
  return (
    <Section name="counts" title={t('options.counts')}>
      <p>{t('options.counts.text')}</p>
      {Object.keys(months).length === 0 ? (
        <p class="options-quiet">{t('options.counts.none')}</p>
      ) : (
        <>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways on a phone, also by keyboard. */}
          <section class="options-scroll" tabIndex={0} aria-label={t('options.counts.table')}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{t('options.counts.site')}</th>
                  {COLUMNS.map((column) => (
                    <th key={column} scope="col">
                      {t(`options.counts.${column}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              {Object.entries(months)
                .reverse()
                .map(([name, sites]) => (
                  <tbody key={name}>
                    <tr>
                      <th scope="rowgroup" colSpan={COLUMNS.length + 1}>
                        {month.format(new Date(`${name}-15T12:00`))}
                      </th>
                    </tr>
                    {Object.entries(sites).map(([id, done]) => (
                      <tr key={id}>
                        <th scope="row">{nameOfSite(id)}</th>
                        {COLUMNS.map((column) => (
                          <td key={column}>{number.format(done[column])}</td>
                        ))}
                      </tr>
                    ))}
                  </tbody>
                ))}
            </table>
          </section>
          <Button action="forget-counts" onPress={() => setMonths(() => ({}))}>
            {t('options.counts.forget')}
          </Button>
        </>
      )}
    </Section>
  )
}
