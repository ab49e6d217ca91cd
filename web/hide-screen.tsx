import { useEffect, useState } from 'preact/hooks'
import { HidePanel } from '../src/pictures/editor/hide-panel'
import type { Hiding } from '../src/pictures/hiding'
import { Button } from '../src/ui/button'
import { useFirstFocus } from '../src/ui/first-focus'
import type { PictureSource } from '../src/ui/thumbnail'
import { useWords } from '../src/ui/words-context'
import { areHidingFilesKept, type HidingFiles, listHidingFiles, loadHidingFiles, megabytesOf } from './hiding-files'

interface HideScreenProps {
  readonly file: File
  readonly hiding: Hiding
  readonly load: PictureSource
  readonly done: () => void
  readonly back: () => void
}

type State =
  | { readonly name: 'looking' | 'ready' | 'failed' }
  | { readonly name: 'asking'; readonly list: HidingFiles }
  | { readonly name: 'loading'; readonly list: HidingFiles; readonly bytes: number }

/** What is there stays there as long as the page, also where the browser keeps nothing. */
let isLoaded = false

/** Hides faces in one file; what finds them is loaded first, once the person knows how much it is. */
export function HideScreen({ file, hiding, load, done, back }: HideScreenProps) {
  const { t } = useWords()
  const [state, setState] = useState<State>({ name: isLoaded ? 'ready' : 'looking' })
  const heading = useFirstFocus<HTMLHeadingElement>()
  useEffect(() => {
    if (!isLoaded) void stateNow().then(setState)
  }, [])
  const get = async (list: HidingFiles) => {
    setState({ name: 'loading', list, bytes: 0 })
    try {
      await loadHidingFiles(list, (bytes) => setState({ name: 'loading', list, bytes }))
      isLoaded = true
      setState({ name: 'ready' })
    } catch (error) {
      console.warn(error)
      setState({ name: 'failed' })
    }
  }
  if (state.name === 'ready') {
    return <HidePanel file={file} hiding={hiding} load={load} doneLabel={t('hide.keep')} done={done} back={back} />
  }
  return (
    <main class="phone" data-step="hide" data-state={state.name}>
      <section class="phone-start">
        <h1 ref={heading} tabIndex={-1}>
          {t('hide.button')}
        </h1>
        <p role="status">{state.name === 'failed' && t('phone.hide.failed')}</p>
        {'list' in state && <p>{t('phone.hide.size', { megabytes: megabytesOf(state.list) })}</p>}
        {state.name === 'loading' && (
          <progress aria-label={t('phone.hide.loading')} value={state.bytes} max={sizeOf(state.list)} />
        )}
        <div class="phone-actions">
          {state.name === 'asking' && (
            <Button action="load-hiding" rank="main" onPress={() => void get(state.list)}>
              {t('phone.hide.load', { megabytes: megabytesOf(state.list) })}
            </Button>
          )}
          <Button action="hide-back" onPress={back}>
            {t('hide.back')}
          </Button>
        </div>
      </section>
    </main>
  )
}

async function stateNow(): Promise<State> {
  try {
    const list = await listHidingFiles()
    return (await areHidingFilesKept(list)) ? { name: 'ready' } : { name: 'asking', list }
  } catch (error) {
    console.warn(error)
    return { name: 'failed' }
  }
}

const sizeOf = ({ files }: HidingFiles) => files.reduce((sum, { bytes }) => sum + bytes, 0)
