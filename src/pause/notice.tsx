import { useState } from 'preact/hooks'
import { Button } from '../ui/button'
import { useWords } from '../ui/words-context'
import { Beside } from './beside'
import type { Screen } from './dialog'
import { SummaryLine } from './summary-line'
import { whatStays } from './what-stays'

type NoticeScreen = Extract<Screen, { name: 'notice' }>

/** Why nobody was asked. */
const WHY = {
  rule: 'pause.auto',
  school: 'pause.auto.school',
  small: 'pause.small',
  before: 'pause.before',
} as const

/** What of it can be undone: by which button, and what it then says. A school's rule cannot be. */
const UNDO = {
  rule: ['pause.auto.undo', 'pause.auto.undone'],
  small: ['pause.small.undo', 'pause.small.undone'],
  before: ['pause.before.undo', 'pause.before.undone'],
} as const

/** The room for it is always there, so that screen readers hear of what comes into it. */
export function Notice({ notice }: { readonly notice: NoticeScreen | null }) {
  return (
    <>
      <div class="hidden-from-view" role="status">
        {notice && <SummaryLine summary={notice.summary} sent />}
      </div>
      {notice && <NoticeCard {...notice} />}
    </>
  )
}

/** What was done, in a corner; it goes away by itself, unless it was touched. */
function NoticeCard(screen: NoticeScreen) {
  const { t } = useWords()
  const { summary, unasked, askAgain, close } = screen
  const [undone, setUndone] = useState(false)
  const undo = unasked && unasked !== 'school' ? UNDO[unasked] : null
  return (
    <Beside {...screen} goes>
      {undone ? (
        <p role="status">{undo && t(undo[1])}</p>
      ) : (
        <div>
          <SummaryLine summary={summary} sent />
          <p class="screen-note">{t(unasked ? WHY[unasked] : whatStays(summary), { count: summary.total })}</p>
        </div>
      )}
      <div class="notice-actions">
        {undo && !undone && (
          <Button action="ask-again" onPress={() => void askAgain().then(() => setUndone(true))}>
            {t(undo[0])}
          </Button>
        )}
        <Button action="close" onPress={close}>
          {t('pause.close')}
        </Button>
      </div>
    </Beside>
  )
}
