import { CheckedFile } from '../src/checker/checked-file'
import { LookProgress } from '../src/checker/look-progress'
import type { Row, Worklist } from '../src/checker/worklist'
import { PlacesTogether } from '../src/pause/places-together'
import type { Engine } from '../src/review/engine-contract'
import { Button } from '../src/ui/button'
import { PhotoPlace } from '../src/ui/photo-place'
import type { PictureSource } from '../src/ui/thumbnail'
import { useWords } from '../src/ui/words-context'

/** How many files are drawn before the person asks for more: a phone is slow, and two hundred can be shared at once. */
export const AT_ONCE = 10

interface ReadingScreenProps {
  readonly list: Worklist
  readonly engine: Engine
  readonly load: PictureSource
  /** Opens what hides faces in a file; null where that is not offered. */
  readonly hide: ((row: Row) => void) | null
  /** Where the person comes back from hiding. */
  readonly last: File | null
  /** Files in which something will be hidden. */
  readonly marked: ReadonlySet<File>
  /** How many files are drawn. */
  readonly shown: number
  readonly showMore: () => void
  readonly makeCopies: () => void
  readonly startAgain: () => void
}

/** What the photos give away, and the way on to copies without it. */
export function ReadingScreen(props: ReadingScreenProps) {
  const { list, engine, load, hide, last, marked, shown, showMore, makeCopies, startAgain } = props
  const { t } = useWords()
  const { rows } = list
  const rest = rows.length - shown
  const canCopy = rows.some(({ file, inspection }) => inspection?.outcome !== 'cannot-check' || marked.has(file))
  const count = rows.length
  return (
    <>
      <LookProgress list={list} as="h1" />
      {!list.busy && <Where rows={rows} />}
      <ul class="checker-list">
        {rows.slice(0, shown).map((row) => (
          <CheckedFile
            key={row.file}
            row={row}
            engine={engine}
            load={load}
            hide={hide}
            said={marked.has(row.file) ? t('phone.hide.marked') : ''}
            returned={row.file === last}
          />
        ))}
      </ul>
      {rest > 0 && (
        <Button action="show-more" onPress={showMore}>
          {t('checker.more', { count: Math.min(rest, AT_ONCE) })}
        </Button>
      )}
      <p class="checked-quiet">{t(marked.size > 0 ? 'hide.limits' : 'pause.stays')}</p>
      {!list.busy && canCopy && (
        <div class="phone-actions phone-main-action">
          <Button action="clean" rank="main" onPress={makeCopies}>
            {list.found.length > 0 ? t('phone.clean', { count }) : t('phone.copy', { count })}
          </Button>
        </div>
      )}
      {!list.busy && (
        <div class="phone-actions">
          <Button action="clear" onPress={startAgain}>
            {t('phone.again')}
          </Button>
        </div>
      )}
    </>
  )
}

/** The map of where the photos were taken, seen before anything is unfolded. */
function Where({ rows }: { readonly rows: readonly Row[] }) {
  const [only, ...others] = rows
  if (only && others.length === 0) return <PhotoPlace findings={only.inspection?.findings ?? []} />
  return <PlacesTogether items={rows} />
}
