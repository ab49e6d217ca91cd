import { useEffect, useRef, useState } from 'preact/hooks'
import { Button } from '../../ui/button'
import { useWords } from '../../ui/words-context'
import type { Box } from '../detect/box'
import type { FoundText } from '../detect/found-text'
import { useBeforeText } from '../hiding-context'
import type { Mark } from './edit'

interface TextSearchProps {
  /** The texts that were found before. */
  readonly texts: readonly Mark[]
  readonly find: (signal: AbortSignal) => Promise<FoundText | null>
  readonly found: (boxes: readonly Box[]) => void
  readonly hideAll: (hidden: boolean) => void
}

/** Looks for text when asked to; what was found is hidden, and one press away from being kept. */
export function TextSearch({ texts, find, found, hideAll }: TextSearchProps) {
  const { t } = useWords()
  const [state, setState] = useState<'idle' | 'looking' | 'looked' | 'failed'>(texts.length > 0 ? 'looked' : 'idle')
  const BeforeText = useBeforeText()
  const [canLook, setCanLook] = useState(BeforeText === null || texts.length > 0)
  const leaving = useRef(new AbortController())
  useEffect(() => () => leaving.current.abort(new DOMException('left', 'AbortError')), [])
  // The edit may have moved on while it was looked for.
  const put = useRef(found)
  put.current = found
  const look = async () => {
    const { signal } = leaving.current
    setState('looking')
    const text = await find(signal).catch(() => null)
    if (signal.aborted) return
    setState(text ? 'looked' : 'failed')
    if (text && text.boxes.length > 0) put.current(text.boxes)
  }
  if (BeforeText && !canLook) {
    const ready = () => {
      setCanLook(true)
      void look()
    }
    return (
      <div class="hide-row">
        <BeforeText ready={ready} />
      </div>
    )
  }
  const hidden = texts.filter((mark) => mark.hidden).length
  return (
    <div class="hide-row">
      {state === 'looked' && texts.length > 0 ? (
        <Button action="hide-texts" pressed={hidden > 0} onPress={() => hideAll(hidden === 0)}>
          {t('hide.text.all')}
        </Button>
      ) : (
        <Button action="find-text" disabled={state === 'looking'} onPress={() => void look()}>
          {t('hide.text.button')}
        </Button>
      )}
      <p class="screen-note" role="status">
        {state === 'looking' && t('hide.text.looking')}
        {state === 'looked' && t('hide.text.found', { count: texts.length, hidden })}
        {state === 'failed' && t('hide.text.failed')}
      </p>
    </div>
  )
}
