import type { ComponentChildren } from 'preact'
import { Button } from '../ui/button'
import { useWords } from '../ui/words-context'

interface Row {
  readonly id: string
  readonly name: string
  readonly note?: ComponentChildren
  /** The school set it: it says so, and cannot be taken away. */
  readonly fixed?: boolean
}

interface RowsProps {
  readonly rows: readonly Row[]
  /** Said when there is none; nothing without it. */
  readonly none?: string
  readonly action: string
  /** What is read on the button of a row; without it, what it is called. */
  readonly actionText?: string
  /** What the button of a row is called. */
  readonly actionLabel: (name: string) => string
  readonly onPress: (id: string) => void
}

/** A list whose rows can be taken away, but for those that the school set. */
export function Rows({ rows, none, action, actionText, actionLabel, onPress }: RowsProps) {
  const { t } = useWords()
  if (rows.length === 0) return none ? <p class="options-quiet">{none}</p> : null
  return (
    <ul class="options-rows">
      {rows.map(({ id, name, note, fixed = false }) => (
        <li key={id} data-id={id}>
          <span>
            <strong>{name}</strong>
            {fixed && (
              <span class="options-quiet" data-school="">
                {' '}
                {t('options.school')}
              </span>
            )}
            {note && <span class="options-quiet"> {note}</span>}
          </span>
          {!fixed && (
            <Button action={action} onPress={() => onPress(id)}>
              {actionText && <span aria-hidden="true">{actionText}</span>}
              <span class={actionText && 'hidden-from-view'}>{actionLabel(name)}</span>
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}
