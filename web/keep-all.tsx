import { useEffect, useState } from 'preact/hooks'
import { Button } from '../src/ui/button'
import { useWords } from '../src/ui/words-context'
import { type HidingFiles, megabytesOf } from './hiding-files'
import { useHidingSource } from './hiding-source'

type State = 'asking' | 'loading' | 'kept' | 'not-kept' | 'failed'

/** Loads all that is otherwise loaded when first pressed, so that it works without a network too. */
export function KeepAll() {
  const { t } = useWords()
  const source = useHidingSource()
  const [missing, setMissing] = useState<readonly HidingFiles[] | null>(null)
  const [state, setState] = useState<State>('asking')
  useEffect(() => {
    // Without the list there is nothing to offer; who presses “Hide faces” is told.
    const look = async () => {
      const found = await source.missing(await source.lists())
      setState(found.length === 0 ? 'kept' : 'asking')
      setMissing(found)
    }
    look().catch((error: unknown) => console.warn(error))
  }, [source])
  if (!missing) return null
  const keep = async () => {
    setState('loading')
    try {
      let isKept = true
      for (const files of missing) {
        if (!(await source.load(files))) isKept = false
        source.loaded.add(files.part)
      }
      setState(isKept ? 'kept' : 'not-kept')
    } catch (error) {
      console.warn(error)
      setState('failed')
    }
  }
  return (
    <>
      {(state === 'asking' || state === 'failed') && (
        <Button action="keep-all" onPress={() => void keep()}>
          {t('phone.keepAll', { megabytes: megabytesOf(...missing) })}
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
