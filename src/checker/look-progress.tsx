import { Button } from '../ui/button'
import { useWords } from '../ui/words-context'
import './look-progress.css'
import type { Worklist } from './worklist'

interface LookProgressProps {
  readonly list: Pick<Worklist, 'busy' | 'looked' | 'rows' | 'found' | 'unchecked' | 'passedOver' | 'stop'>
  /** What its sentence is on its page: the heading, or a line under it. */
  readonly as: 'h1' | 'p'
}

/** Shows how far the look is, then what it came to; screen readers are told both. */
export function LookProgress({ list, as: Line }: LookProgressProps) {
  const { t } = useWords()
  const total = list.rows.length
  if (list.busy) {
    return (
      <section class="look-progress">
        <progress aria-labelledby="looked" value={list.looked} max={total} />
        <Line id="looked">{t('checker.progress', { done: list.looked, total })}</Line>
        <Button action="stop" onPress={() => list.stop()}>
          {t('checker.stop')}
        </Button>
      </section>
    )
  }
  return (
    <div role="status" class="look-summary">
      <Line>
        {total > 0 && t('checker.summary', { found: list.found.length, total })}{' '}
        {list.unchecked.length > 0 && t('checker.unchecked', { count: list.unchecked.length })}{' '}
        {list.passedOver > 0 && t('checker.passedOver', { count: list.passedOver })}
      </Line>
    </div>
  )
}
