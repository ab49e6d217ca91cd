/** Notes where the parent is in the page: focus, selection, caret. Returns what puts it back. */
export function keepPlace(): () => void {
  const focused = innermostFocus()
  const selection = getSelection()
  const { anchorNode, anchorOffset = 0, focusNode, focusOffset = 0 } = selection ?? {}
  return () => {
    const { scrollX, scrollY } = window
    if (focused?.isConnected && focused !== document.body) focused.focus({ preventScroll: true })
    else (document.activeElement as HTMLElement | null)?.blur()
    // An editor that is focused by script begins at its start.
    if (selection && anchorNode?.isConnected && focusNode?.isConnected && selection.anchorNode !== anchorNode)
      selection.setBaseAndExtent(anchorNode, anchorOffset, focusNode, focusOffset)
    scrollTo({ left: scrollX, top: scrollY, behavior: 'instant' })
  }
}

/** In open shadow roots too. */
function innermostFocus(): HTMLElement | null {
  let focused = document.activeElement
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement
  return focused as HTMLElement | null
}
