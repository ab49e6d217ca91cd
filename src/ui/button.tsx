import type { ComponentChildren } from 'preact'
import './button.css'
import { useFirstFocus } from './first-focus'

export interface ButtonProps {
  /** What programs that drive the page call this button. */
  readonly action: string
  readonly rank?: 'main' | 'other'
  /** Takes the focus when it appears. */
  readonly first?: boolean
  readonly disabled?: boolean
  /** For a button that stays pressed; absent for others. */
  readonly pressed?: boolean
  readonly onPress: (click: MouseEvent) => void
  readonly children: ComponentChildren
}

export function Button({
  action,
  rank = 'other',
  first = false,
  disabled = false,
  pressed,
  onPress,
  children,
}: ButtonProps) {
  const focus = useFirstFocus<HTMLButtonElement>(first)
  return (
    <button
      ref={focus}
      type="button"
      class="button"
      data-action={action}
      data-rank={rank}
      disabled={disabled}
      aria-pressed={pressed}
      onClick={onPress}
    >
      {children}
    </button>
  )
}
