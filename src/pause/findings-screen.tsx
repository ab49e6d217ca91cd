import { useCallback, useMemo, useState } from 'preact/hooks'
import { AlbumPanel } from '../pictures/editor/album-panel'
import { HidePanel } from '../pictures/editor/hide-panel'
import { useHiding } from '../pictures/hiding-context'
import { type Choice, type Item, isQuiet } from '../review/review-session'
import { siteOf } from '../sites'
import { FindingList } from '../ui/finding-list'
import { HeadlineText } from '../ui/headline-text'
import { PhotoPlace } from '../ui/photo-place'
import type { PictureSource } from '../ui/thumbnail'
import { useWords } from '../ui/words-context'
import { headlineForMany, whatAre } from '../words/headline'
import type { Words } from '../words/words'
import { CopiesNote } from './copies-note'
import { decideAll, type Screen } from './dialog'
import { FindingsActions } from './findings-actions'
import { type Chosen, OnePhoto } from './one-photo'
import { PhotoGrid } from './photo-grid'
import { shownOrder } from './photo-order'
import { PhotoPreview } from './photo-preview'
import { PickedActions } from './picked-actions'
import { PlaceHeard } from './place-announcement'
import { PlacesTogether } from './places-together'
import { usePicking } from './use-picking'

type FindingsScreenProps = Extract<Screen, { name: 'findings' }> & {
  readonly load: PictureSource
  readonly host: string
}

/** What the chosen files say, the most telling first, and what to do about it. */
export function FindingsScreen(props: FindingsScreenProps) {
  return props.session.items.length === 1 ? <OneFile {...props} /> : <ManyFiles {...props} />
}

function OneFile({ session, offerRule, answer, load, host }: FindingsScreenProps) {
  const words = useWords()
  const lead = useLead(words)
  const [item] = session.items
  const hiding = useHiding()
  const [isHiding, setIsHiding] = useState(false)
  const show = useCallback(() => setIsHiding(false), [])
  if (!item) return null
  if (hiding && isHiding) {
    return (
      <HidePanel
        file={item.file}
        hiding={hiding}
        load={load}
        doneLabel={words.t('hide.done')}
        done={() => answer(decideAll('hide'))}
        back={show}
      />
    )
  }
  const findings = item.inspection?.findings ?? []
  const what = whatAre([item.file])
  return (
    <main class="screen">
      <div class="screen-body" data-columns="2">
        <PhotoPreview file={item.file} findings={findings} load={load} />
        <div class="screen-head">
          <p class="screen-lead">{lead(what)}</p>
          <h1 id="headline">
            <HeadlineText findings={findings} what={what} />
          </h1>
          <PlaceHeard findings={findings} />
        </div>
        <PhotoPlace findings={findings} />
        <div class="screen-text">
          <FindingList findings={findings} load={load} withCopy textOnly />
          <CopiesNote host={host} />
        </div>
      </div>
      <FindingsActions
        rule={offerRule ? nameOf(host) : null}
        open={1}
        chosen={0}
        focus
        hide={hiding && (() => setIsHiding(true))}
        answer={answer}
        choiceFor={() => 'clean'}
      />
    </main>
  )
}

function ManyFiles({ session, earlier, offerRule, answer, load, host }: FindingsScreenProps) {
  const words = useWords()
  const { items, open } = session
  const [chosen, setChosen] = useState<Chosen>(earlier)
  const [selected, setSelected] = useState<number | null>(null)
  const [last, setLast] = useState<number | null>(null)
  const back = useCallback(() => {
    setLast(selected)
    setSelected(null)
  }, [selected])
  const order = useMemo(() => shownOrder(items), [items])
  // Whoever has no box cannot be picked: nobody is asked about it. The same list as long as the files are, or every card is made anew.
  const pickable = useMemo(() => order.filter((at) => isAskedAbout(items[at])), [order, items])
  const picking = usePicking(pickable)
  const hiding = useHiding()
  const [inAlbum, setInAlbum] = useState(false)
  const leaveAlbum = useCallback(() => setInAlbum(false), [])
  const chooseForPicked = (choice: Choice) => {
    const fitting = [...picking.picked].filter((at) => choice !== 'clean' || !items[at]?.trouble)
    setChosen(new Map([...chosen, ...fitting.map((at) => [at, choice] as const)]))
    picking.none()
  }
  const item = selected === null ? undefined : items[selected]
  if (item && selected !== null) {
    return (
      <OnePhoto
        item={item}
        at={selected}
        choice={chosen.get(selected) ?? 'clean'}
        load={load}
        choose={(choice) => setChosen(new Map(chosen).set(selected, choice))}
        back={back}
      />
    )
  }
  if (hiding && inAlbum) {
    return (
      <AlbumPanel
        files={items.filter(isShown).map(({ file }) => file)}
        hiding={hiding}
        load={load}
        done={(hidden) => {
          setChosen(withHidden(chosen, items, new Set(hidden)))
          leaveAlbum()
        }}
        back={leaveAlbum}
      />
    )
  }
  const own = items.filter((_, at) => (chosen.get(at) ?? 'clean') !== 'clean').length
  return (
    <main class="screen">
      <div class="screen-body">
        <div>
          <h1 id="headline">
            {headlineForMany(
              items.map(({ inspection }) => inspection?.findings ?? []),
              whatAre(items.map(({ file }) => file)),
              words,
            )}
          </h1>
        </div>
        <PlacesTogether items={items} />
        <PickedActions picking={picking} choose={chooseForPicked} />
        <PhotoGrid
          items={items}
          order={order}
          chosen={chosen}
          picking={picking}
          load={load}
          select={setSelected}
          last={last}
        />
        <CopiesNote host={host} />
      </div>
      <FindingsActions
        rule={offerRule ? nameOf(host) : null}
        open={open.length}
        chosen={own}
        focus={last === null}
        hide={hiding && (() => setInAlbum(true))}
        answer={answer}
        choiceFor={(at) => chosen.get(at) ?? 'clean'}
      />
    </main>
  )
}

/** Nobody looks for faces in what is neither picture nor film. */
const isShown = ({ inspection, outcome }: Item) => outcome?.kind !== 'passed' || inspection?.outcome === 'nothing-found'

/** Something is hidden in exactly these; one that was left out stays so. */
function withHidden(chosen: Chosen, items: readonly Item[], hidden: ReadonlySet<File>): Chosen {
  const next = new Map(chosen)
  for (const [at, { file }] of items.entries()) {
    const before = next.get(at) ?? 'clean'
    if (hidden.has(file) && before !== 'omit') next.set(at, 'hide')
    else if (!hidden.has(file) && before === 'hide') next.delete(at)
  }
  return next
}

const isAskedAbout = (item?: Item) => item !== undefined && item.outcome === null && !isQuiet(item)

const nameOf = (host: string) => siteOf(host)?.name ?? host

/** How the headline is led in varies, so that it is still read the tenth time. */
function useLead(words: Words) {
  const variant = useMemo(() => (['1', '2', '3', '4'] as const)[Math.floor(Math.random() * 4)] ?? '1', [])
  return (what: string) => words.t(`pause.lead.${variant}`, { what })
}
