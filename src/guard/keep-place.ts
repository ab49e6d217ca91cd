/**
 * Notes where the parent is in the page: focus, selection, caret. Returns what puts it back once `host` loses the focus; when the
 * page moved the focus meanwhile, it stays where the page wants it.
 */
export function keepPlace(host: Element): () => void {
  const focused = innermostFocus()
  const selection = getSelection()
  const { anchorNode, anchorOffset = 0, focusNode, focusOffset = 0 } = selection ?? {}
  return () => {
    if (document.activeElement !== host) return
    const { scrollX, scrollY } = window
    if (focused?.isConnected && focused !== document.body) focused.focus({ preventScroll: true })
    else (document.activeElement as HTMLElement).blur()
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
