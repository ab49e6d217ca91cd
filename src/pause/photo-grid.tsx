import { useEffect, useState } from 'preact/hooks'
import { type Finding, KINDS } from '../findings/finding'
import type { Choice, Item } from '../review/review-session'
import { useFirstFocus } from '../ui/first-focus'
import { Icon } from '../ui/icon'
import { type PictureSource, Thumbnail } from '../ui/thumbnail'
import { useWords } from '../ui/words-context'
import { inOrder, whatAre } from '../words/headline'
import type { Words } from '../words/words'
import type { Chosen } from './one-photo'
import './photo-grid.css'

interface PhotoGridProps {
  readonly items: readonly Item[]
  readonly chosen: Chosen
  readonly load: PictureSource
  readonly select: (at: number) => void
  /** The photo the parent comes back from; it has the focus again. */
  readonly last: number | null
}

/** Every chosen photo, small, those that say something first, with a mark for what they say. */
export function PhotoGrid({ items, ...shared }: PhotoGridProps) {
  const places = items.map((item, at) => ({ item, at, weight: weight(item) })).sort((a, b) => a.weight - b.weight)
  const starts = places.map((_, from) => from).filter((from) => from % PART === 0)
  return (
    <ul class="photo-grid">
      {starts.map((from) => (
        <GridPart
          key={from}
          places={places.slice(from, from + PART)}
          wait={(from / PART) * CARDS_PER_TURN}
          {...shared}
        />
      ))}
    </ul>
  )
}

/** So many cards are made in one go; hundreds would keep the dialog from answering for a moment. */
const PART = 40

/** Milliseconds between two parts: about a frame. */
const CARDS_PER_TURN = 16

interface GridPartProps extends Omit<PhotoGridProps, 'items'> {
  readonly places: readonly { readonly item: Item; readonly at: number }[]
  /** Milliseconds until it is made. */
  readonly wait: number
}

function GridPart({ places, wait, chosen, load, select, last }: GridPartProps) {
  const [made, setMade] = useState(wait === 0 || places.some(({ at }) => at === last))
  useEffect(() => {
    const timer = setTimeout(() => setMade(true), wait)
    return () => clearTimeout(timer)
  }, [wait])
  if (!made) return null
  return (
    <>
      {places.map(({ item, at }) => (
        <li key={at}>
          <PhotoCard item={item} at={at} choice={chosen.get(at)} load={load} select={select} focus={at === last} />
        </li>
      ))}
    </>
  )
}

/** What could not be checked comes first, then in a parent's order of what is said, in the end what says nothing. */
function weight({ outcome, trouble, inspection }: Item): number {
  if (trouble) return -1
  const [first] = inOrder(inspection?.findings ?? [])
  return outcome || !first ? KINDS.length : KINDS.indexOf(first.kind)
}

interface PhotoCardProps {
  readonly item: Item
  readonly at: number
  readonly choice: Choice | undefined
  readonly load: PictureSource
  readonly select: (at: number) => void
  readonly focus: boolean
}

function PhotoCard({ item, at, choice, load, select, focus }: PhotoCardProps) {
  const words = useWords()
  const button = useFirstFocus<HTMLButtonElement>(focus)
  const marks = telling(item.inspection?.findings ?? [])
  const name = words.t('pause.many.item', { what: whatAre([item.file]), number: at + 1 })
  return (
    <button
      ref={button}
      type="button"
      class="photo-card"
      data-action="details"
      data-state={item.outcome ? 'nothing' : item.trouble ? 'unchecked' : 'found'}
      disabled={item.outcome !== null}
      onClick={() => select(at)}
    >
      <Thumbnail file={item.file} size={160} load={load} alt="" otherwise={words.t('pause.noPicture')} />
      <span class="hidden-from-view">{name}: </span>
      <span class="photo-card-marks">
        {marks.map(({ kind, severity }) => (
          <span key={kind} data-kind={kind} data-severity={severity} title={words.t(`kind.${kind}`)}>
            <Icon name={kind} />
          </span>
        ))}
      </span>
      <span class="photo-card-state">{stateOf(item, choice, words)}</span>
      {marks.length > 1 && (
        <span class="hidden-from-view">
          {marks.slice(1).map(({ kind }) => `${words.direction === 'rtl' ? '،' : ','} ${words.t(`kind.${kind}`)}`)}
        </span>
      )}
    </button>
  )
}

/** The three most telling kinds are marked; when nothing weighs, the most telling of the slight ones. */
function telling(findings: readonly Finding[]): Finding[] {
  const kinds = inOrder(findings).filter(
    (finding, at, all) => all.findIndex(({ kind }) => kind === finding.kind) === at,
  )
  const weighty = kinds.filter(({ severity }) => severity !== 'low')
  return (weighty.length > 0 ? weighty : kinds.slice(0, 1)).slice(0, 3)
}

function stateOf({ outcome, trouble, inspection }: Item, choice: Choice | undefined, { t }: Words): string {
  if (choice === 'as-is' || choice === 'omit' || choice === 'hide') return t(`pause.many.chosen.${choice}`)
  if (outcome) return t('pause.many.nothing')
  if (trouble) return t('pause.many.unchecked')
  const [first] = inOrder(inspection?.findings ?? [])
  return first ? t(`kind.${first.kind}`) : ''
}
