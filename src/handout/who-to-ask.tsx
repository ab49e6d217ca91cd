import { dayIn } from '../help/day-in'
import {
  type Country,
  EUROPEAN_DIRECTORY,
  HELPLINES,
  isOld,
  type Purpose,
  READ_ON,
  type Service,
} from '../help/helplines'
import { useWords } from '../ui/words-context'

/** Prevention lines are for other readers; the help page has them, apart. */
const PRINTED: readonly Exclude<Purpose, 'worried'>[] = ['talk', 'report', 'urgent']

interface WhoToAskProps {
  /** Null leaves room to write them by hand. */
  readonly country: Country | null
  readonly now?: Date
}

/** The services of a country, each with who said so and when, as paper cannot be corrected. */
export function WhoToAsk({ country, now = new Date() }: WhoToAskProps) {
  const { t, locale } = useWords()
  const services: readonly Service[] = country ? HELPLINES[country] : []
  const groups = PRINTED.map((purpose) => ({ purpose, list: services.filter((one) => one.purpose === purpose) }))
  const region = country && new Intl.DisplayNames(locale, { type: 'region' }).of(country)
  return (
    <section>
      <h2>
        {t('help.lines')}
        {region && ` (${region})`}
      </h2>
      <div class="sheet-services">
        {groups
          .filter(({ list }) => list.length > 0)
          .map(({ purpose, list }) => (
            <div key={purpose}>
              <h3>{t(`help.purpose.${purpose}`)}</h3>
              <ul>
                {list.map((service) => (
                  <Entry key={`${service.name} ${service.phone}`} service={service} />
                ))}
              </ul>
            </div>
          ))}
      </div>
      <p class="sheet-small">
        {t('help.directory')} <bdi>{EUROPEAN_DIRECTORY}</bdi>. {t('help.readOn', { date: dayIn(READ_ON, locale) })}
        {isOld(now) && ` ${t('help.old')}`}
      </p>
    </section>
  )
}

function Entry({ service: { name, phone, site, source, asOf } }: { readonly service: Service }) {
  const { t, locale } = useWords()
  return (
    <li>
      <strong>
        <bdi>{name}</bdi>
      </strong>{' '}
      {phone && phone !== name && <bdi>{phone}</bdi>} {site && <bdi>{site}</bdi>}{' '}
      <small>
        {asOf ? t('help.source.dated', { source, date: dayIn(asOf, locale) }) : t('help.source', { source })}
      </small>
    </li>
  )
}
