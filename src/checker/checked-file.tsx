import { Component } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { useHiding } from '../pictures/hiding-context'
import type { Engine } from '../review/engine-contract'
import { Button } from '../ui/button'
import { FindingList } from '../ui/finding-list'
import { HeadlineText } from '../ui/headline-text'
import { type PictureSource, Thumbnail } from '../ui/thumbnail'
import { VideoPreview } from '../ui/video-preview'
import { useWords } from '../ui/words-context'
import { describeReason } from '../words/describe'
import { whatAre } from '../words/headline'
import { copiesWith } from './hidden-copy'
import { save } from './save'
import { savedSentence } from './save-hidden'
import type { Row } from './worklist'

interface CheckedFileProps {
  readonly row: Row
  readonly engine: Engine
  readonly load: PictureSource
  /** Opens what hides faces in this file; null where that is not offered. */
  readonly hide?: ((row: Row) => void) | null
  /** What became of a copy in which something was hidden. */
  readonly said?: string
  /** The person comes back from hiding in this file: it is in view, and its button has the focus. */
  readonly returned?: boolean
}

/**
 * One file of the list: what it says, and a button that saves a copy without it. Drawn anew only when something about it changed: otherwise
 * each file of hundreds that was looked at would draw all of them.
 */
export class CheckedFile extends Component<CheckedFileProps> {
  override shouldComponentUpdate(next: CheckedFileProps): boolean {
    const names = ['row', 'engine', 'load', 'hide', 'said', 'returned'] as const
    return names.some((name) => next[name] !== this.props[name])
  }

  override render() {
    return <Card {...this.props} />
  }
}

function Card({ row, engine, load, hide = null, said = '', returned = false }: CheckedFileProps) {
  const { t } = useWords()
  const card = useRef<HTMLLIElement>(null)
  useLayoutEffect(() => {
    if (returned) card.current?.scrollIntoView({ block: 'center' })
  }, [returned])
  const { file, path, inspection } = row
  return (
    <li ref={card} class="checked" data-outcome={inspection?.outcome ?? 'waiting'}>
      {whatAre([file]) === 'video' ? (
        <VideoPreview film={file} size={112} load={load} alt={t('pause.picture', { what: 'video' })} />
      ) : (
        <Thumbnail file={file} size={112} load={load} alt="" otherwise={t('pause.noPicture')} />
      )}
      <div>
        <p class="checked-path">{path}</p>
        <Says row={row} load={load} />
        {inspection?.outcome === 'found' && <SaveOne row={row} engine={engine} />}
        {hide && inspection && <HideOne hide={() => hide(row)} said={said} returned={returned} />}
      </div>
    </li>
  )
}

function Says({ row: { file, inspection }, load }: Pick<CheckedFileProps, 'row' | 'load'>) {
  const words = useWords()
  if (!inspection) return <p class="checked-quiet">{words.t('checker.waiting')}</p>
  if (inspection.outcome === 'cannot-check') return <h2>{describeReason(inspection.reason, words)}</h2>
  if (inspection.outcome === 'nothing-found') return <p class="checked-quiet">{words.t('checker.nothing')}</p>
  return (
    <>
      <h2>
        <HeadlineText findings={inspection.findings} what={whatAre([file])} />
      </h2>
      <FindingList findings={inspection.findings} load={load} />
    </>
  )
}

function SaveOne({ row, engine }: Pick<CheckedFileProps, 'row' | 'engine'>) {
  const words = useWords()
  const hiding = useHiding()
  const [said, setSaid] = useState('')
  const press = async () => {
    setSaid(words.t('checker.saving'))
    const copy = await copiesWith(hiding, engine)(row, new AbortController().signal)
    if (copy) save(copy, copy.name)
    setSaid(copy ? savedSentence(copy, words) : describeReason('not-proved', words))
  }
  return (
    <p class="checked-save">
      <Button action="save" onPress={() => void press()}>
        {words.t('checker.save')}
      </Button>
      <span role="status">{said}</span>
    </p>
  )
}

/** Opens the editor; `said` tells what became of the copy that came of it. */
function HideOne({
  hide,
  said,
  returned,
}: Required<Pick<CheckedFileProps, 'said' | 'returned'>> & { readonly hide: () => void }) {
  const { t } = useWords()
  return (
    <p class="checked-save">
      <Button action="hide" first={returned} onPress={hide}>
        {t('hide.button')}
      </Button>
      <span role="status">{said}</span>
    </p>
  )
}
