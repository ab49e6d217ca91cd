import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Finding } from '../findings/finding'
import { type Choice, type Item, isQuiet } from '../review/review-session'
import { useFirstFocus } from '../ui/first-focus'
import { Icon } from '../ui/icon'
import '../ui/picture-card.css'
import { type PictureSource, Thumbnail } from '../ui/thumbnail'
import { useWords } from '../ui/words-context'
import { inOrder, whatAre } from '../words/headline'
import type { Words } from '../words/words'
import type { Chosen } from './one-photo'
import './photo-grid.css'
import type { Picking } from './use-picking'

interface PhotoGridProps {
  readonly items: readonly Item[]
  /** The places of the files in the order in which they are shown. */
  readonly order: readonly number[]
  readonly chosen: Chosen
  readonly picking: Picking
  readonly load: PictureSource
  readonly select: (at: number) => void
  /** The photo the parent comes back from; it has the focus again. */
  readonly last: number | null
}

/** Every chosen photo, small, with what it says; each can be opened, and several can be picked for one choice. */
export function PhotoGrid({ order, ...shared }: PhotoGridProps) {
  const starts = order.map((_, from) => from).filter((from) => from % PART === 0)
  return (
    <ul class="photo-grid" onKeyDown={moveFocus}>
      {starts.map((from) => (
        <GridPart
          key={from}
          places={order.slice(from, from + PART)}
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

interface GridPartProps extends Omit<PhotoGridProps, 'order'> {
  readonly places: readonly number[]
  /** Milliseconds until it is made. */
  readonly wait: number
}

function GridPart({ items, places, wait, chosen, picking, load, select, last }: GridPartProps) {
  const [made, setMade] = useState(wait === 0 || places.some((at) => at === last))
  useEffect(() => {
    const timer = setTimeout(() => setMade(true), wait)
    return () => clearTimeout(timer)
  }, [wait])
  if (!made) return null
  return (
    <>
      {places.map((at) => {
        const item = items[at]
        const card = { at, choice: chosen.get(at), picked: picking.picked.has(at), focus: at === last }
        return item && <PhotoCard key={at} item={item} {...card} pick={picking.pick} load={load} select={select} />
      })}
    </>
  )
}

interface PhotoCardProps {
  readonly item: Item
  readonly at: number
  readonly choice: Choice | undefined
  readonly picked: boolean
  readonly pick: Picking['pick']
  readonly load: PictureSource
  readonly select: (at: number) => void
  readonly focus: boolean
}

/** One card; of hundreds only those are made anew that changed. */
function PhotoCard({ item, at, choice, picked, pick, load, select, focus }: PhotoCardProps) {
  return useMemo(() => {
    const card = { item, at, choice, picked, pick, load, select, focus }
    return <CardContent {...card} />
  }, [item, at, choice, picked, pick, load, select, focus])
}

function CardContent({ item, at, choice, picked, pick, load, select, focus }: PhotoCardProps) {
  const words = useWords()
  const button = useFirstFocus<HTMLButtonElement>(focus)
  const marks = telling(item.inspection?.findings ?? [])
  const name = words.t('pause.many.item', { what: whatAre([item.file]), number: at + 1 })
  const becomes = stateOf(item, choice, words)
  const comma = words.direction === 'rtl' ? '، ' : ', '
  const state = isSettled(item) ? 'nothing' : item.trouble ? 'unchecked' : 'found'
  return (
    <li class="picture-card photo-card" data-state={state} data-picked={picked}>
      <button
        ref={button}
        type="button"
        data-action="details"
        disabled={state === 'nothing'}
        onClick={() => select(at)}
      >
        <Thumbnail file={item.file} size={160} load={load} alt="" otherwise={words.t('pause.noPicture')} />
        <span class="hidden-from-view">{name}: </span>
        <span class="photo-card-state">{becomes}</span>
        {becomes && marks.length > 0 && <span class="hidden-from-view">{comma}</span>}
        <span class="photo-card-says">
          {marks.map(({ kind, severity }, place) => (
            <span key={kind} data-kind={kind} data-severity={severity}>
              <Icon name={kind} />
              {words.t(`kind.${kind}`)}
              {place < marks.length - 1 && <span class="hidden-from-view">{comma}</span>}
            </span>
          ))}
        </span>
      </button>
      {state !== 'nothing' && (
        <PickBox label={words.t('pause.many.pick', { name })} picked={picked} pick={(through) => pick(at, through)} />
      )}
    </li>
  )
}

interface PickBoxProps {
  readonly label: string
  readonly picked: boolean
  readonly pick: (through: boolean) => void
}

/** With Shift, by mouse or by keyboard, everything from the last one picked is picked, too. */
function PickBox({ label, picked, pick }: PickBoxProps) {
  const shifted = useRef(false)
  return (
    <label class="photo-card-pick">
      <input
        type="checkbox"
        data-action="pick"
        aria-label={label}
        checked={picked}
        onKeyDown={({ shiftKey }) => {
          shifted.current = shiftKey
        }}
        onClick={({ shiftKey }) => {
          pick(shiftKey || shifted.current)
          shifted.current = false
        }}
      />
    </label>
  )
}

/** The arrow keys go from photo to photo; the Tab key alone would take hundreds of presses. */
function moveFocus(event: KeyboardEvent & { readonly currentTarget: HTMLUListElement }): void {
  const { key, currentTarget, target } = event
  const cards = Array.from(currentTarget.querySelectorAll<HTMLElement>('.photo-card'))
  const here = cards.findIndex((card) => card.contains(target as Node))
  const [card] = cards.slice(here)
  if (here < 0 || !card) return
  const columns = cards.filter(({ offsetTop }) => offsetTop === cards[0]?.offsetTop).length
  const onward = getComputedStyle(currentTarget).direction === 'rtl' ? -1 : 1
  const step = { ArrowRight: onward, ArrowLeft: -onward, ArrowDown: columns, ArrowUp: -columns }[key]
  const next = step === undefined ? undefined : cards[here + step]
  if (!next) return
  const kind = target instanceof HTMLInputElement ? 'input' : 'button'
  event.preventDefault()
  ;(next.querySelector<HTMLElement>(kind) ?? next.querySelector<HTMLElement>('button'))?.focus()
}

/** The three most telling kinds are told; when nothing weighs, the most telling of the slight ones. */
function telling(findings: readonly Finding[]): Finding[] {
  const kinds = inOrder(findings).filter(
    (finding, at, all) => all.findIndex(({ kind }) => kind === finding.kind) === at,
  )
  const weighty = kinds.filter(({ severity }) => severity !== 'low')
  return (weighty.length > 0 ? weighty : kinds.slice(0, 1)).slice(0, 3)
}

/** Nobody is asked about it; the copy of one in which nothing was found may still be on its way. */
function isSettled(item: Item): boolean {
  return item.outcome !== null || isQuiet(item)
}

/** What becomes of it, where that is not what becomes of all; empty where what it says is enough. */
function stateOf(item: Item, choice: Choice | undefined, { t }: Words): string {
  if (choice === 'as-is' || choice === 'omit' || choice === 'hide') return t(`pause.many.chosen.${choice}`)
  if (isSettled(item)) return t('pause.many.nothing')
  return item.trouble ? t('pause.many.unchecked') : ''
}
