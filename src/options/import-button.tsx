import { useRef, useState } from 'preact/hooks'
import { type Import, importSettings } from '../settings/transfer'
import { Button } from '../ui/button'
import { useWords } from '../ui/words-context'

/** Takes over a file that was exported before, and says what became of it. */
export function ImportButton() {
  const { t } = useWords()
  const chooser = useRef<HTMLInputElement>(null)
  const [result, setResult] = useState<Import | null>(null)
  const take = async (input: HTMLInputElement) => {
    const [file] = input.files ?? []
    if (!file) return
    setResult(await file.text().then(importSettings, () => ({ outcome: 'not-ours' }) as const))
    input.value = ''
  }
  return (
    <>
      <Button action="import" onPress={() => chooser.current?.click()}>
        {t('options.stored.import')}
      </Button>
      <input
        ref={chooser}
        type="file"
        accept="application/json,.json"
        hidden
        data-action="import-file"
        onChange={({ currentTarget }) => void take(currentTarget)}
      />
      <p role="status" class="options-status" data-outcome={result?.outcome}>
        {result && t(`options.stored.import.${result.outcome}`)}
      </p>
    </>
  )
}
