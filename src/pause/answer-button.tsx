import { useLayoutEffect, useRef } from 'preact/hooks'
import { Button, type ButtonProps } from '../ui/button'
import { afterPaint } from './after-paint'
import { isCovered } from './covered'
import { isSettled } from './raised'

/** Milliseconds in which nobody can have read what came up and answered it. */
const IGNORED_AFTER_APPEARING_MS = 300

/**
 * A button that takes no pointer's click in the moment in which it comes up: that one is the second of a double click, was
 * meant for the screen before, or was made for a page that had its visitor click away where our dialog would open. Nor does it
 * take one while the page lies over the dialog.
 */
export function AnswerButton({ onPress, ...button }: ButtonProps) {
  const readable = useRef(Number.POSITIVE_INFINITY)
  useLayoutEffect(() => {
    void afterPaint().then(() => {
      readable.current = performance.now() + IGNORED_AFTER_APPEARING_MS
    })
  }, [])
  const press = (click: MouseEvent) => {
    const fromPointer = click.detail > 0
    if (fromPointer && (click.timeStamp < readable.current || !isSettled(click) || isCovered())) click.preventDefault()
    else onPress(click)
  }
  return <Button {...button} onPress={press} />
}
