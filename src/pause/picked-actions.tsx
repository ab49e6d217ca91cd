import type { Choice } from '../review/review-session'
import { Button } from '../ui/button'
import { useWords } from '../ui/words-context'
import type { Picking } from './use-picking'

const CHOICES = ['clean', 'as-is', 'omit'] as const

interface PickedActionsProps {
  readonly picking: Picking
  readonly choose: (choice: Choice) => void
}

/** One choice for all that are picked; before any is, how to pick. Its room does not change. */
export function PickedActions({ picking: { picked, all, none }, choose }: PickedActionsProps) {
  const { t } = useWords()
  return (
    <div class="picked" data-picked={picked.size}>
      <p role="status">{picked.size === 0 ? t('pause.many.choose') : t('pause.many.picked', { count: picked.size })}</p>
      <div class="picked-actions">
        <Button action={picked.size === 0 ? 'pick-all' : 'pick-none'} onPress={picked.size === 0 ? all : none}>
          {t(picked.size === 0 ? 'pause.many.pick.all' : 'pause.many.pick.none')}
        </Button>
        {picked.size > 0 &&
          CHOICES.map((choice) => (
            <Button key={choice} action={`picked-${choice}`} onPress={() => choose(choice)}>
              {t(`pause.many.choice.${choice}`)}
            </Button>
          ))}
      </div>
    </div>
  )
}
