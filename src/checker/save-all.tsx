import { useState } from 'preact/hooks'
import { useHiding } from '../pictures/hiding-context'
import type { Engine } from '../review/engine-contract'
import { Button } from '../ui/button'
import { useWords } from '../ui/words-context'
import { describeChanges } from '../words/describe'
import { changesIn, copiesWith } from './hidden-copy'
import { placeFor } from './save'
import type { Row } from './worklist'
import { type Tally, zipOf } from './zip'

const NAME = 'photos.zip'

type State =
  | { readonly name: 'idle' | 'failed' }
  | { readonly name: 'saving'; readonly tally: Tally; readonly stop: () => void }
  | { readonly name: 'saved'; readonly tally: Tally; readonly changes: readonly string[] }

/** Saves the whole list as one zip, with progress and a way out. */
export function SaveAll({ rows, engine }: { readonly rows: readonly Row[]; readonly engine: Engine }) {
  const words = useWords()
  const { t } = words
  const hiding = useHiding()
  const [state, setState] = useState<State>({ name: 'idle' })

  const press = async () => {
    const write = await placeFor(NAME)
    if (!write) return
    const given = new AbortController()
    const tally: Tally = { saved: 0, leftOut: 0 }
    const show = () => setState({ name: 'saving', tally: { ...tally }, stop: () => given.abort() })
    show()
    const copyFor = copiesWith(hiding, engine)
    const changes: string[] = []
    const noted: typeof copyFor = async (row, signal) => {
      const copy = await copyFor(row, signal)
      if (copy) changes.push(...changesIn([copy]))
      return copy
    }
    try {
      await write(zipOf(rows, noted, tally, show, given.signal), given.signal)
      setState({ name: 'saved', tally, changes })
    } catch (error) {
      if (!given.signal.aborted) console.error(error)
      setState({ name: given.signal.aborted ? 'idle' : 'failed' })
    }
  }

  return (
    <section class="save-all" aria-live="polite">
      {state.name === 'saving' ? (
        <>
          <progress
            aria-label={t('checker.saving')}
            value={state.tally.saved + state.tally.leftOut}
            max={rows.length}
          />
          <Button action="stop-saving" onPress={state.stop}>
            {t('checker.stop')}
          </Button>
        </>
      ) : (
        <Button action="save-all" rank="main" onPress={() => void press()}>
          {t('checker.saveAll')}
        </Button>
      )}
      {state.name === 'failed' && <p>{t('checker.saveFailed')}</p>}
      {state.name === 'saved' && (
        <p>
          {t('checker.savedAll', { count: state.tally.saved, name: NAME })}{' '}
          {state.tally.leftOut > 0 && t('checker.leftOut', { count: state.tally.leftOut })}{' '}
          {describeChanges(state.changes, words)}
        </p>
      )}
    </section>
  )
}
