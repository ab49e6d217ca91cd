import { browser } from 'wxt/browser'
import { endBreak, endOfBreak } from '../settings/break'
import { pausedUntil, sitesOff } from '../settings/settings'
import { useSetting } from '../settings/use-setting'
import { addSite, allowSite } from '../site-access/add-site'
import { EverywhereSwitch } from '../site-access/everywhere-switch'
import { placeName, type Remedy, siteIdFor, statusOf } from '../site-access/status'
import { Button } from '../ui/button'
import { useWords } from '../ui/words-context'
import type { Page } from './use-page'

interface WatchedProps {
  readonly page: Page
  readonly lookAgain: () => void
}

/** Says whether photos are checked on this page, why, and offers what the parent can do about it. */
export function Watched({ page, lookAgain }: WatchedProps) {
  const { t, locale } = useWords()
  const [stored] = useSetting(pausedUntil)
  if (stored === null) return null
  const end = endOfBreak(stored, new Date())
  const { name, remedy } = statusOf(page.state, end !== null)
  const values = { site: placeName(page.state), time: end?.toLocaleTimeString(locale, { timeStyle: 'short' }) ?? '' }
  return (
    <section class="popup-watched" data-status={name}>
      <div role="status">
        <h2 class="popup-headline">{t(`popup.status.${name}`, values)}</h2>
        <p class="popup-why">{t(`popup.status.${name}.why`, values)}</p>
      </div>
      {remedy && (
        <Button
          action={remedy}
          {...(remedy !== 'turn-off' && { rank: 'main' as const })}
          onPress={() => void carryOut(remedy, page).finally(lookAgain)}
        >
          {t(`popup.remedy.${remedy}`, values)}
        </Button>
      )}
      <WhereChecked
        page={page}
        canTurnOff={name === 'checked-listed' || name === 'checked-added'}
        lookAgain={lookAgain}
      />
    </section>
  )
}

interface WhereCheckedProps extends WatchedProps {
  readonly canTurnOff: boolean
}

/** Off on this site, and on for every site. On a page that is checked already, the window has no room for the whole explanation. */
function WhereChecked({ page, canTurnOff, lookAgain }: WhereCheckedProps) {
  const { t } = useWords()
  const { state } = page
  if (state.kind === 'out-of-reach') return null
  if (state.kind === 'addable') return <EverywhereSwitch onChanged={lookAgain} />
  return (
    <details>
      <summary>{t('options.sites')}</summary>
      <div>
        {canTurnOff && (
          <Button action="turn-off" onPress={() => void carryOut('turn-off', page).finally(lookAgain)}>
            {t('popup.remedy.turn-off', { site: placeName(state) })}
          </Button>
        )}
        <EverywhereSwitch onChanged={lookAgain} />
      </div>
    </details>
  )
}

/** Runs in the click itself: a permission can only be asked for before anything is awaited. */
async function carryOut(remedy: Remedy, { state, tab }: Page): Promise<void> {
  if (remedy === 'end-break') return endBreak()
  const id = siteIdFor(state)
  if (id !== null && remedy === 'turn-on') await sitesOff.update((off) => off.filter((other) => other !== id))
  if (id !== null && remedy === 'turn-off') await sitesOff.update((off) => [...new Set([...off, id])])
  if (remedy === 'add-site' && state.kind === 'addable') await addSite(state.address.host, Date.now())
  if (remedy === 'allow-site' && state.kind === 'listed') await allowSite(state.site.matches)
  if (remedy === 'allow-site' && (state.kind === 'added' || state.kind === 'everywhere'))
    await allowSite([state.address.pattern])
  if (remedy === 'reload' && tab) {
    await browser.tabs.reload(tab.id)
    window.close()
  }
}
