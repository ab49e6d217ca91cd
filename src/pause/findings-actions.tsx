import { useState } from 'preact/hooks'
import type { Choice } from '../review/review-session'
import { useWords } from '../ui/words-context'
import { AnswerButton } from './answer-button'
import { type Decision, decideAll } from './dialog'

interface FindingsActionsProps {
  /** How many files wait for the answer, and for how many of them the parent made another choice. */
  readonly open: number
  readonly chosen: number
  /** The first button takes the focus. */
  readonly focus: boolean
  /** The name of the site on which cleaning may become the rule; null offers nothing. */
  readonly rule: string | null
  /** Opens what hides faces; null where that is not offered. */
  readonly hide: (() => void) | null
  readonly choiceFor: (at: number) => Choice
  readonly answer: (decision: Decision) => void
}

/** Take it out, send as it is, cancel: the first is the largest, and one key press away are the others. */
export function FindingsActions({ open, chosen, focus, rule, hide, choiceFor, answer }: FindingsActionsProps) {
  const { t } = useWords()
  const [asRule, setAsRule] = useState(false)
  return (
    <div class="actions">
      {rule !== null && (
        <label class="actions-rule">
          <input type="checkbox" data-action="as-rule" checked={asRule} onChange={() => setAsRule(!asRule)} />
          {t('pause.auto.offer', { site: rule })}
        </label>
      )}
      <AnswerButton
        action="clean"
        rank="main"
        first={focus}
        onPress={() => answer({ do: 'decide', choiceFor, asRule })}
      >
        {chosen > 0 ? t('pause.cleanChosen') : t('pause.clean', { count: open })}
      </AnswerButton>
      <div class="actions-others">
        {hide && (
          <AnswerButton action="hide" onPress={hide}>
            {t('hide.button')}
          </AnswerButton>
        )}
        <AnswerButton action="send-as-is" onPress={() => answer(decideAll('as-is'))}>
          {t('pause.asIs', { count: open })}
        </AnswerButton>
        <AnswerButton action="cancel" onPress={() => answer({ do: 'cancel' })}>
          {t('pause.cancel')}
        </AnswerButton>
      </div>
    </div>
  )
}
