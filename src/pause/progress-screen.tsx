import { useWords } from '../ui/words-context'
import { AnswerButton } from './answer-button'
import type { Screen } from './dialog'

type ProgressScreenProps = Extract<Screen, { name: 'progress' }>

/** How far the work is, with a way out. */
export function ProgressScreen({ of, session, cancel }: ProgressScreenProps) {
  const { t } = useWords()
  const { done, total } = session.progress
  // Screen readers hear of every quarter, not of every file.
  const told = Math.floor((Math.floor((4 * done) / Math.max(total, 1)) * total) / 4)
  return (
    <main class="screen">
      <div class="screen-body">
        <h1 id="headline">{t(`pause.${of}`, { total })}</h1>
        <div class="progress">
          <progress aria-labelledby="headline" value={done} max={Math.max(total, 1)} />
          <span aria-hidden="true">{t('pause.progress', { done, total })}</span>
          <span class="hidden-from-view" role="status">
            {t('pause.progress', { done: told, total })}
          </span>
        </div>
      </div>
      <div class="actions">
        <div class="actions-others">
          <AnswerButton action="cancel" first onPress={cancel}>
            {t('pause.cancel')}
          </AnswerButton>
        </div>
      </div>
    </main>
  )
}
