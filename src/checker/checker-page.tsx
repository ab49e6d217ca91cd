import { useCallback, useState } from 'preact/hooks'
import { PagePicturePanel } from '../page-picture/page-picture-panel'
import { AlbumPanel } from '../pictures/editor/album-panel'
import { HidePanel } from '../pictures/editor/hide-panel'
import { useHiding } from '../pictures/hiding-context'
import type { Engine } from '../review/engine-contract'
import type { Pictures } from '../review/pictures'
import { Button } from '../ui/button'
import { PageHead } from '../ui/page-head'
import { useWords } from '../ui/words-context'
import '../ui/tokens.css'
import '../ui/base.css'
import { CheckedFile } from './checked-file'
import './checker-page.css'
import { LookProgress } from './look-progress'
import { PickZone } from './pick-zone'
import { SaveAll } from './save-all'
import { saveHidden } from './save-hidden'
import { useWorklist } from './use-worklist'
import type { Row } from './worklist'

/** How many files are drawn before the parent asks for more; drawing thousands at once would stop the page. */
const ROWS_AT_ONCE = 60

interface CheckerPageProps {
  readonly engine: Engine
  readonly pictures: Pick<Pictures, 'thumbnail'>
  /** The name of a picture in a page that the parent asked about; null without one. */
  readonly fromPage: string | null
}

/** For what is sent outside the browser: photos in, what they give away, copies without it out. */
export function CheckerPage({ engine, pictures, fromPage }: CheckerPageProps) {
  const words = useWords()
  const { t } = words
  const list = useWorklist(engine)
  const [shown, setShown] = useState(ROWS_AT_ONCE)
  const load = useCallback((file: File, size: number) => pictures.thumbnail(file, size), [pictures])
  const rest = list.rows.length - shown
  const hiding = useHiding()
  const [hidingIn, setHidingIn] = useState<Row | null>(null)
  const [said, setSaid] = useState<ReadonlyMap<File, string>>(new Map())
  const [last, setLast] = useState<File | null>(null)
  const leave = useCallback(() => setHidingIn(null), [])
  const hide = useCallback((row: Row) => {
    setLast(row.file)
    setHidingIn(row)
  }, [])
  const [inAlbum, setInAlbum] = useState(false)
  const leaveAlbum = useCallback(() => setInAlbum(false), [])
  const someHidden = list.rows.some(({ file }) => hiding?.jobOf(file))
  if (hiding && inAlbum) {
    return (
      <>
        <PageHead here="checker" />
        <AlbumPanel
          files={list.rows.map(({ file }) => file)}
          hiding={hiding}
          load={load}
          done={(hidden) => {
            setSaid(new Map(hidden.map((file) => [file, t('pause.many.chosen.hide')])))
            leaveAlbum()
          }}
          back={leaveAlbum}
        />
      </>
    )
  }
  if (hiding && hidingIn) {
    const { file } = hidingIn
    return (
      <>
        <PageHead here="checker" />
        <HidePanel
          file={file}
          hiding={hiding}
          load={load}
          doneLabel={t('hide.save')}
          done={() => {
            leave()
            const say = (text: string) => setSaid((before) => new Map(before).set(file, text))
            say(t('hide.working'))
            void saveHidden(file, hiding, engine, words).then(say)
          }}
          back={leave}
        />
      </>
    )
  }
  return (
    <>
      <PageHead here="checker" />
      <main class="checker">
        <header>
          <h1>{t('checker.title')}</h1>
          <p>{t('checker.lead')}</p>
        </header>
        <PagePicturePanel name={fromPage} found={(file) => void list.add([{ file, path: file.name }])} />
        <PickZone add={(picked) => void list.add(picked)} empty={list.rows.length === 0} />
        <section class="checker-summary">
          <LookProgress list={list} as="p" />
          {!list.busy && list.rows.length > 0 && (
            <Button action="clear" onPress={() => list.clear()}>
              {t('checker.clear')}
            </Button>
          )}
        </section>
        {hiding && !list.busy && list.rows.length > 1 && (
          <Button action="hide-album" onPress={() => setInAlbum(true)}>
            {t('hide.album.button')}
          </Button>
        )}
        {!list.busy && (list.found.length > 0 || someHidden) && (
          <SaveAll key={list.rows.length} rows={list.rows} engine={engine} />
        )}
        <ul class="checker-list">
          {list.rows.slice(0, shown).map((row) => (
            <CheckedFile
              key={row.file}
              row={row}
              engine={engine}
              load={load}
              hide={hiding && hide}
              said={said.get(row.file) ?? ''}
              returned={row.file === last}
            />
          ))}
        </ul>
        {rest > 0 && (
          <Button action="show-more" onPress={() => setShown(shown + ROWS_AT_ONCE)}>
            {t('checker.more', { count: Math.min(rest, ROWS_AT_ONCE) })}
          </Button>
        )}
        {list.rows.length > 0 && <p class="checked-quiet">{t(someHidden ? 'hide.limits' : 'pause.stays')}</p>}
      </main>
    </>
  )
}
