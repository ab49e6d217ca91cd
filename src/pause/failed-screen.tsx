import { useWords } from '../ui/words-context'
import { AnswerButton } from './answer-button'
import { decideAll, type Screen } from './dialog'

type FailedScreenProps = Extract<Screen, { name: 'failed' }>

/** A mistake of ours: the files stay held until the parent says what to do. */
export function FailedScreen({ answer }: FailedScreenProps) {
  const { t } = useWords()
  return (
    <main class="screen">
      <div class="screen-body">
        <h1 id="headline">{t('pause.failed')}</h1>
        <p>{t('pause.failed.text')}</p>
      </div>
      <div class="actions">
        <div class="actions-others">
          <AnswerButton action="cancel" first onPress={() => answer({ do: 'cancel' })}>
            {t('pause.cancel')}
          </AnswerButton>
          <AnswerButton action="send-as-is" onPress={() => answer(decideAll('as-is'))}>
            {t('pause.asIs', { count: 1 })}
          </AnswerButton>
        </div>
      </div>
    </main>
  )
}
