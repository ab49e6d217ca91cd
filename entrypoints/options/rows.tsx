import type { ComponentChildren } from 'preact'
import { Button } from '../../src/ui/button'

export interface Row {
  readonly id: string
  readonly name: string
  readonly note?: ComponentChildren
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

/** A list whose every row can be taken away. */
export function Rows({ rows, none, action, actionText, actionLabel, onPress }: RowsProps) {
  if (rows.length === 0) return <p class="options-quiet">{none}</p>
  return (
    <ul class="options-rows">
      {rows.map(({ id, name, note }) => (
        <li key={id} data-id={id}>
          <span>
            <strong>{name}</strong>
            {note && <span class="options-quiet"> {note}</span>}
          </span>
          <Button action={action} onPress={() => onPress(id)}>
            <span aria-hidden="true">{actionText}</span>
            <span class="hidden-from-view">{actionLabel(name)}</span>
          </Button>
        </li>
      ))}
    </ul>
  )
}
