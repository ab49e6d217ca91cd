import { useWords } from '../ui/words-context'
import type { WordKey } from '../words/words'
import type { Summary } from './summary'

/** What was taken out, what stayed and why, and what nobody can take out: one line each. */
export function SummaryLine({ summary }: { readonly summary: Summary }) {
  const { t, locale } = useWords()
  const { cleaned, redrawn, gone, kept } = summary
  const list = (keys: readonly WordKey[]) => new Intl.ListFormat(locale).format(keys.map((key) => t(key)))
  return (
    <div class="summary">
      {cleaned > 0 && (
        <p>{t('pause.done', { count: cleaned, list: list(gone.map((kind) => `gone.${kind}` as const)) })}</p>
      )}
      {redrawn > 0 && <p>{t('pause.done.redrawn', { count: redrawn })}</p>}
      {kept.length > 0 && (
        <p>{t('pause.done.kept', { list: list(kept.map((reason) => `kept.${reason}` as WordKey)) })}</p>
      )}
    </div>
  )
}
