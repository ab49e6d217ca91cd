import { useState } from 'preact/hooks'
import { PageHead } from '../ui/page-head'
import { useWords } from '../ui/words-context'
import '../ui/tokens.css'
import '../ui/base.css'
import '../ui/field.css'
import { CHECKLIST } from './checklist'
import { CountryOptions } from './country-options'
import { dayIn } from './day-in'
import './help-page.css'
import {
  type Country,
  countryOf,
  EUROPEAN_DIRECTORY,
  HELPLINES,
  isOld,
  type Purpose,
  READ_ON,
  type Service,
} from './helplines'
import { PhonePageCode } from './phone-page-code'

interface HelpPageProps {
  /** BCP 47, most wanted first: the country is chosen by it at first. */
  readonly preferred: readonly string[]
  readonly now?: Date
}

/** A short list before posting, and whom to ask when something went wrong. */
export function HelpPage({ preferred, now = new Date() }: HelpPageProps) {
  const { t } = useWords()
  return (
    <>
      <PageHead here="help" />
      <main class="help">
        <header>
          <h1>{t('help.title')}</h1>
          <p>{t('help.lead')}</p>
        </header>
        <section aria-labelledby="checklist">
          <h2 id="checklist">{t('help.checklist')}</h2>
          <ol class="help-checks">
            {CHECKLIST.map(({ words, saidBy }) => (
              <li key={words}>
                {t(words)} <small>{t('help.saidBy', { who: saidBy })}</small>
              </li>
            ))}
          </ol>
          <p>
            <a href="/handout.html">{t('handout.link')}</a>
          </p>
        </section>
        <PhonePageCode />
        <Helplines preferred={preferred} now={now} />
        <section aria-labelledby="copy">
          <h2 id="copy">{t('help.copy')}</h2>
          <p>{t('help.copy.text')}</p>
        </section>
        <section aria-labelledby="ai">
          <h2 id="ai">{t('help.ai')}</h2>
          <p>{t('help.ai.text')}</p>
          <p class="help-quiet">{t('help.ai.sources', { list: AI_STUDIES })}</p>
        </section>
        <section aria-labelledby="credits">
          <h2 id="credits">{t('help.credits')}</h2>
          <p class="help-quiet">{t('help.credits.text')}</p>
        </section>
      </main>
    </>
  )
}

/** On filters against AI: what undoes them, what finds them, and that they age. */
const AI_STUDIES = 'arXiv 2604.23688, 2511.00143, 2603.13028, 2106.14851; “LightShed”, USENIX Security 2025'

type Together = Exclude<Purpose, 'worried'>

const SHOWN_TOGETHER: readonly Together[] = ['talk', 'report', 'urgent']

function Helplines({ preferred, now }: Required<HelpPageProps>) {
  const { t, locale } = useWords()
  const [country, setCountry] = useState<Country | null>(() => countryOf(preferred))
  const services: readonly Service[] = country ? HELPLINES[country] : []
  const worried = services.filter(({ purpose }) => purpose === 'worried')
  return (
    <>
      <section aria-labelledby="lines">
        <h2 id="lines">{t('help.lines')}</h2>
        <p>
          <label>
            {t('help.country')}{' '}
            <select
              value={country ?? ''}
              onChange={({ currentTarget }) => setCountry((currentTarget.value || null) as Country | null)}
            >
              <CountryOptions />
            </select>
          </label>
        </p>
        {SHOWN_TOGETHER.map((purpose) => (
          <Services key={purpose} purpose={purpose} services={services.filter((one) => one.purpose === purpose)} />
        ))}
        <p>
          {t('help.directory')} <Outside site={EUROPEAN_DIRECTORY} />
        </p>
        <p class="help-quiet">{t('help.readOn', { date: dayIn(READ_ON, locale) })}</p>
        {isOld(now) && <p class="help-old">{t('help.old')}</p>}
      </section>
      {worried.length > 0 && (
        <aside class="help-apart" aria-labelledby="worried">
          <h2 id="worried">{t('help.worried')}</h2>
          <p>{t('help.worried.text')}</p>
          <ServiceList services={worried} />
        </aside>
      )}
    </>
  )
}

function Services({ purpose, services }: { readonly purpose: Together; readonly services: readonly Service[] }) {
  const { t } = useWords()
  if (services.length === 0) return null
  return (
    <>
      <h3>{t(`help.purpose.${purpose}`)}</h3>
      <ServiceList services={services} />
    </>
  )
}

function ServiceList({ services }: { readonly services: readonly Service[] }) {
  const { t, locale } = useWords()
  return (
    <ul class="help-services">
      {services.map(({ name, phone, site, source, asOf }) => (
        <li key={`${name} ${phone}`}>
          {name !== phone && <strong>{name}</strong>} {phone && <Phone number={phone} />}{' '}
          {site && <Outside site={site} />}
          <small>
            {asOf ? t('help.source.dated', { source, date: dayIn(asOf, locale) }) : t('help.source', { source })}
          </small>
        </li>
      ))}
    </ul>
  )
}

function Phone({ number }: { readonly number: string }) {
  return (
    <a href={`tel:${number.replace(/[^\d+]/g, '')}`}>
      <bdi>{number}</bdi>
    </a>
  )
}

function Outside({ site }: { readonly site: string }) {
  const { t } = useWords()
  return (
    <a href={`https://${site}`} target="_blank" rel="noreferrer">
      {site}
      <span class="hidden-from-view"> ({t('account.open.newTab')})</span>
    </a>
  )
}
