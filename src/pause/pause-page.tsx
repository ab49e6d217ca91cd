import { useCallback, useLayoutEffect, useMemo, useState } from 'preact/hooks'
import type { Pictures } from '../review/pictures'
import { cycleFocus } from '../ui/cycle-focus'
import { useEscape } from '../ui/escape'
import { useWords } from '../ui/words-context'
import '../ui/tokens.css'
import '../ui/base.css'
import './pause-page.css'
import { AccountScreen } from './account-screen'
import type { Dialog, Screen } from './dialog'
import { FailedScreen } from './failed-screen'
import { FindingsScreen } from './findings-screen'
import { Notice } from './notice'
import { ProgressScreen } from './progress-screen'
import { TroubleScreen } from './trouble-screen'
import { UntakenCard } from './untaken-card'

interface PausePageProps {
  readonly dialog: Dialog
  readonly host: string
  readonly pictures: Pick<Pictures, 'thumbnail'>
}

/** The one dialog of the pause: whatever the flow wants shown, or nothing. */
export function PausePage({ dialog, host, pictures }: PausePageProps) {
  const { t } = useWords()
  const screen = useScreen(dialog)
  const load = useCallback((file: File, size: number) => pictures.thumbnail(file, size), [pictures])
  useEscape(useMemo(() => leaving(screen), [screen]))
  return (
    <>
      <Notice notice={screen?.name === 'notice' ? screen : null} />
      {screen?.name === 'untaken' && <UntakenCard {...screen} />}
      {screen && screen.name !== 'notice' && screen.name !== 'untaken' && (
        <div
          class="pause"
          role="dialog"
          aria-modal="true"
          aria-labelledby="headline"
          data-screen={screen.name}
          onKeyDown={(event) => cycleFocus(event, event.currentTarget)}
        >
          <header class="pause-brand">
            <img src="/icons/32.png" alt="" width={20} height={20} />
            <span>PausePhoto</span>
            <span class="pause-going">{t('pause.going', { host })}</span>
          </header>
          {screen.name === 'progress' && <ProgressScreen {...screen} />}
          {screen.name === 'findings' && <FindingsScreen {...screen} load={load} host={host} />}
          {screen.name === 'trouble' && <TroubleScreen {...screen} load={load} />}
          {screen.name === 'failed' && <FailedScreen {...screen} />}
          {screen.name === 'account' && <AccountScreen {...screen} />}
        </div>
      )}
    </>
  )
}

function useScreen(dialog: Dialog): Screen | null {
  const [, setTurn] = useState(dialog.turn)
  // Before the first paint, which a page in the background may not see for long.
  useLayoutEffect(() => {
    const follow = () => setTurn(dialog.turn)
    follow()
    return dialog.subscribe(follow)
  }, [dialog])
  return dialog.screen
}

/** Escape gives the choice up, as the button does. */
function leaving(screen: Screen | null): (() => void) | null {
  if (!screen) return null
  if (screen.name === 'progress') return screen.cancel
  if (screen.name === 'notice' || screen.name === 'untaken') return screen.close
  return screen.name === 'account' ? () => screen.answer('cancel') : () => screen.answer({ do: 'cancel' })
}
