import { Button } from '../ui/button'
import { useWords } from '../ui/words-context'

/** Saves everything that is stored in a file of the parent's own. */
export function ExportButton({ text }: { readonly text: string }) {
  const { t } = useWords()
  return (
    <Button action="export" onPress={() => save(text, 'pausephoto-settings.json')}>
      {t('options.stored.export')}
    </Button>
  )
}

function save(text: string, name: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  const link = Object.assign(document.createElement('a'), { href: address, download: name })
  link.click()
  // The download has its own hold on the bytes once it began.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
