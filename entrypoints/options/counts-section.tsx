import { counts } from '../../src/settings/settings'
import { useSetting } from '../../src/settings/use-setting'
import { Button } from '../../src/ui/button'
import { useWords } from '../../src/ui/words-context'
import { nameOfSite } from './name-of-site'
import { Section } from './section'

const COLUMNS = ['cleaned', 'asIs', 'cancelled'] as const

/** What was done, per month and place, newest first. */
export function CountsSection() {
  const { t, locale } = useWords()
  const [months, setMonths] = useSetting(counts)
  if (!months) return null
  const number = new Intl.NumberFormat(locale)
  const month = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric' })
  const rows = Object.entries(months)
    .reverse()
    .flatMap(([name, sites]) => Object.entries(sites).map(([id, done]) => ({ name, id, done })))
  return (
    <Section name="counts" title={t('options.counts')}>
      <p>{t('options.counts.text')}</p>
      {rows.length === 0 ? (
        <p class="options-quiet">{t('options.counts.none')}</p>
      ) : (
        <>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways on a phone, also by keyboard. */}
          <section class="options-scroll" tabIndex={0} aria-labelledby="counts-title">
            <table>
              <thead>
                <tr>
                  <th scope="col">{t('options.counts.month')}</th>
                  <th scope="col">{t('options.counts.site')}</th>
                  {COLUMNS.map((column) => (
                    <th key={column} scope="col">
                      {t(`options.counts.${column}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map(({ name, id, done }) => (
                  <tr key={`${name} ${id}`}>
                    <td>{month.format(new Date(`${name}-15T12:00`))}</td>
                    <th scope="row">{nameOfSite(id)}</th>
                    {COLUMNS.map((column) => (
                      <td key={column}>{number.format(done[column])}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
          <Button action="forget-counts" onPress={() => setMonths({})}>
            {t('options.counts.forget')}
          </Button>
        </>
      )}
    </Section>
  )
}
