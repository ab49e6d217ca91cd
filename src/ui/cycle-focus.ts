const TABBABLE = 'a[href], button:enabled, summary, video[controls], input:checked, input:not([type="radio"])'

/** Tab goes from the last element of a modal dialog to its first, and back, as the ARIA practices for dialogs have it. */
export function cycleFocus(event: KeyboardEvent, dialog: HTMLElement): void {
  if (event.key !== 'Tab' || event.altKey || event.ctrlKey || event.metaKey) return
  const tabbable = Array.from(dialog.querySelectorAll<HTMLElement>(TABBABLE)).filter((one) => one.checkVisibility())
  const [from, to] = event.shiftKey ? [tabbable.at(0), tabbable.at(-1)] : [tabbable.at(-1), tabbable.at(0)]
  if (document.activeElement !== from) return
  event.preventDefault()
  to?.focus()
}
