import { useWords } from '../ui/words-context'

/** Says under a field why it cannot be changed. */
export function SchoolNote({ id }: { readonly id: string }) {
  const { t } = useWords()
  return (
    <p id={id} class="options-quiet" data-school="">
      {t('options.school')}
    </p>
  )
}
