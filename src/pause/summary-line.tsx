import { useWords } from '../ui/words-context'
import { describeChanges } from '../words/describe'
import type { WordKey } from '../words/words'
import type { Summary } from './summary'

interface SummaryLineProps {
  readonly summary: Summary
  /** The files are on their way, and no longer held. */
  readonly sent?: boolean
}

/** What was taken out, what stayed and why, and what nobody can take out: one line each. */
export function SummaryLine({ summary, sent = false }: SummaryLineProps) {
  const words = useWords()
  const { t, locale } = words
  const { cleaned, redrawn, hidden, asIs, gone, kept, changes } = summary
  const list = (keys: readonly WordKey[]) => new Intl.ListFormat(locale).format(keys.map((key) => t(key)))
  return (
    <div class="summary">
      {cleaned > 0 && (
        <p>{t('pause.done', { count: cleaned, list: list(gone.map((kind) => `gone.${kind}` as const)) })}</p>
      )}
      {redrawn > 0 && <p>{t('pause.done.redrawn', { count: redrawn })}</p>}
      {hidden > 0 && <p>{t('pause.done.hidden', { count: hidden })}</p>}
      {changes.length > 0 && <p>{describeChanges(changes, words)}</p>}
      {sent && asIs > 0 && <p>{t('pause.done.asIs', { count: asIs })}</p>}
      {kept.length > 0 && (
        <p>{t('pause.done.kept', { list: list(kept.map((reason) => `kept.${reason}` as WordKey)) })}</p>
      )}
    </div>
  )
}
