import { Button } from '../../ui/button'
import { useWords } from '../../ui/words-context'

/** Leads back to where hiding was chosen, with nothing of it kept; beside the main button of each of its screens. */
export function BackButton({ back }: { readonly back: () => void }) {
  const { t } = useWords()
  return (
    <div class="actions-others">
      <Button action="hide-back" onPress={back}>
        {t('hide.back')}
      </Button>
    </div>
  )
}
