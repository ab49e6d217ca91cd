import { type Counts, countsOfMonth, monthOf, NO_COUNTS } from '../settings/month-counts'
import { counts } from '../settings/settings'
import { useSetting } from '../settings/use-setting'
import { useWords } from '../ui/words-context'

const ROWS = ['cleaned', 'stripped', 'asIs', 'cancelled'] as const satisfies (keyof Counts)[]

/** What was done this month, here and everywhere: counts only. */
export function Done({ siteId }: { readonly siteId: string | null }) {
  const { t, locale } = useWords()
  const [months] = useSetting(counts)
  if (!months) return null
  const now = new Date()
  const everywhere = countsOfMonth(months, now)
  const here = siteId === null ? null : (months[monthOf(now)]?.[siteId] ?? NO_COUNTS)
  const number = new Intl.NumberFormat(locale)
  const nothing = ROWS.every((row) => everywhere[row] === 0)
  // Most parents never see this number; the window has room for what it says anyway.
  const rows = ROWS.filter((row) => row !== 'stripped' || everywhere.stripped > 0)
  return (
    <section class="popup-done">
      <h2 id="done">{t('popup.done')}</h2>
      {nothing ? (
        <p class="popup-quiet">{t('popup.done.nothing')}</p>
      ) : (
        <table aria-labelledby="done">
          <thead>
            <tr>
              <td />
              {here && <th scope="col">{t('popup.done.here')}</th>}
              <th scope="col">{t('popup.done.everywhere')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row} data-row={row}>
                <th scope="row">{t(`popup.done.${row}`)}</th>
                {here && <td>{number.format(here[row])}</td>}
                <td>{number.format(everywhere[row])}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
