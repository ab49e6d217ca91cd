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
  /** Said when there is none. */
  readonly none: string
  readonly action: string
  readonly actionText: string
  /** What a screen reader calls the button of a row. */
  readonly actionLabel: (name: string) => string
  readonly onPress: (id: string) => void
}

/** A list whose rows can be taken away, but for those that the school set. */
export function Rows({ rows, none, action, actionText, actionLabel, onPress }: RowsProps) {
  const { t } = useWords()
  if (rows.length === 0) return <p class="options-quiet">{none}</p>
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
              <span aria-hidden="true">{actionText}</span>
              <span class="hidden-from-view">{actionLabel(name)}</span>
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}
