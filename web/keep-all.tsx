import { useEffect, useState } from 'preact/hooks'
import { Button } from '../src/ui/button'
import { useWords } from '../src/ui/words-context'
import { areHidingFilesKept, type HidingFiles, listHidingFiles, loadHidingFiles, megabytesOf } from './hiding-files'

type State = 'asking' | 'loading' | 'kept' | 'not-kept' | 'failed'

/** Loads all that is otherwise loaded when first pressed, so that it works without a network too. */
export function KeepAll() {
  const { t } = useWords()
  const [list, setList] = useState<HidingFiles | null>(null)
  const [state, setState] = useState<State>('asking')
  useEffect(() => {
    // Without the list there is nothing to offer; who presses “Hide faces” is told.
    const look = async () => {
      const found = await listHidingFiles()
      setState((await areHidingFilesKept(found)) ? 'kept' : 'asking')
      setList(found)
    }
    look().catch((error: unknown) => console.warn(error))
  }, [])
  if (!list) return null
  const keep = () => {
    setState('loading')
    loadHidingFiles(list).then(
      (isKept) => setState(isKept ? 'kept' : 'not-kept'),
      (error: unknown) => {
        console.warn(error)
        setState('failed')
      },
    )
  }
  return (
    <>
      {(state === 'asking' || state === 'failed') && (
        <Button action="keep-all" onPress={keep}>
          {t('phone.keepAll', { megabytes: megabytesOf(list) })}
        </Button>
      )}
      <p role="status" data-kept={state}>
        {state === 'loading' && t('phone.hide.loading')}
        {state === 'kept' && t('phone.keptAll')}
        {state === 'not-kept' && t('phone.keepAll.notKept')}
        {state === 'failed' && t('phone.hide.failed')}
      </p>
    </>
  )
}
