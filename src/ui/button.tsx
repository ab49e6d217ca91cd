import type { ComponentChildren } from 'preact'
import './button.css'
import { useFirstFocus } from './first-focus'

export interface ButtonProps {
  /** What programs that drive the page call this button. */
  readonly action: string
  readonly rank?: 'main' | 'other'
  /** Takes the focus when it appears. */
  readonly first?: boolean
  readonly onPress: (click: MouseEvent) => void
  readonly children: ComponentChildren
}

export function Button({ action, rank = 'other', first = false, onPress, children }: ButtonProps) {
  const focus = useFirstFocus<HTMLButtonElement>(first)
  return (
    <button ref={focus} type="button" class="button" data-action={action} data-rank={rank} onClick={onPress}>
      {children}
    </button>
  )
}
