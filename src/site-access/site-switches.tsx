import { sitesOff } from '../settings/settings'
import { useSetting } from '../settings/use-setting'
import { SITES } from '../sites'
import { SITE_KINDS, type Site, type SiteKind } from '../sites/site'
import { useWords } from '../ui/words-context'
import './site-switches.css'

/** The places that are watched from the start, by kind; each kind, and each place, can be switched off. */
export function SiteSwitches() {
  const [off, setOff] = useSetting(sitesOff)
  if (!off) return null
  const change = (ids: readonly string[], on: boolean) => {
    setOff((before) => {
      const others = before.filter((id) => !ids.includes(id))
      return on ? others : [...others, ...ids]
    })
  }
  return (
    <ul class="site-switches">
      {SITE_KINDS.map((kind) => (
        <KindOfSite key={kind} kind={kind} off={off} change={change} />
      ))}
    </ul>
  )
}

interface KindOfSiteProps {
  readonly kind: SiteKind
  readonly off: readonly string[]
  readonly change: (ids: readonly string[], on: boolean) => void
}

function KindOfSite({ kind, off, change }: KindOfSiteProps) {
  const { t, locale } = useWords()
  const sites = SITES.filter((site) => site.kind === kind).sort((one, other) =>
    one.name.localeCompare(other.name, locale),
  )
  const isOn = ({ id }: Site) => !off.includes(id)
  const on = sites.filter(isOn).length
  return (
    <li>
      <label>
        <input
          type="checkbox"
          data-kind-of-site={kind}
          checked={on === sites.length}
          indeterminate={on > 0 && on < sites.length}
          onChange={() =>
            change(
              sites.map(({ id }) => id),
              on < sites.length,
            )
          }
        />
        <strong>{t(`options.sites.kind.${kind}`)}</strong>
      </label>
      <details>
        <summary>{t('sites.on', { on, total: sites.length })}</summary>
        <ul>
          {sites.map((site) => (
            <li key={site.id}>
              <label>
                <input
                  type="checkbox"
                  data-site={site.id}
                  checked={isOn(site)}
                  onChange={() => change([site.id], !isOn(site))}
                />
                {site.name}
              </label>
            </li>
          ))}
        </ul>
      </details>
    </li>
  )
}
