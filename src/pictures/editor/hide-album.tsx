import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { Button } from '../../ui/button'
import { useEscape } from '../../ui/escape'
import { useFirstFocus } from '../../ui/first-focus'
import type { PictureSource } from '../../ui/thumbnail'
import { useWords } from '../../ui/words-context'
import type { Style } from '../hide/cover'
import type { HideJob, Hiding } from '../hiding'
import { AlbumCard } from './album-card'
import { type Album, albumOf, counted, looked, withJob, withStyle } from './album-state'
import { BackButton } from './back-button'
import { DEFAULT_STYLE } from './edit'
import { HidePanel } from './hide-panel'
import { StyleChoice } from './style-choice'
import './hide-editor.css'
import './hide-album.css'

export interface HideAlbumProps {
  /** Photos and films; faces are looked for in photos only. */
  readonly files: readonly File[]
  readonly hiding: Hiding
  readonly load: PictureSource
  /** What is to be hidden is remembered; carrying it out comes later. */
  readonly done: (files: readonly File[]) => void
  readonly back: () => void
}

/** Faces in many photos: looked for in all, covered alike, looked through as a grid, and corrected one by one. */
export function HideAlbum({ files, hiding, load, done, back }: HideAlbumProps) {
  const { album, setAlbum, looking, stop } = useAlbum(files, hiding)
  const [style, setStyle] = useState<Style>(DEFAULT_STYLE)
  const [opened, setOpened] = useState<File | null>(null)
  const [last, setLast] = useState<File | null>(null)
  if (opened) {
    const leave = () => {
      setLast(opened)
      setOpened(null)
    }
    const own: Hiding = {
      ...hiding,
      jobOf: () => album.get(opened)?.job ?? hiding.jobOf(opened),
      remember: (file, job) => setAlbum((now) => withJob(now, file, job)),
    }
    return <HideOne file={opened} hiding={own} load={load} leave={leave} />
  }
  const finish = () => {
    const hidden: File[] = []
    for (const [file, { job, hides }] of album) {
      if (job && hides) {
        hiding.remember(file, job)
        hidden.push(file)
      } else hiding.forget(file)
    }
    done(hidden)
  }
  return (
    <AlbumScreen
      album={album}
      films={files.length - album.size}
      style={style}
      choose={(one) => {
        setStyle(one)
        setAlbum((now) => withStyle(now, one))
      }}
      load={load}
      last={last}
      open={setOpened}
      looking={looking}
      stop={stop}
      finish={finish}
      back={back}
    />
  )
}

interface AlbumScreenProps {
  readonly album: Album
  readonly films: number
  readonly style: Style
  readonly choose: (style: Style) => void
  readonly load: PictureSource
  readonly last: File | null
  readonly open: (file: File) => void
  readonly looking: boolean
  readonly stop: () => void
  readonly finish: () => void
  readonly back: () => void
}

function AlbumScreen({ album, films, style, choose, load, last, open, looking, stop, finish, back }: AlbumScreenProps) {
  const { t } = useWords()
  const heading = useFirstFocus<HTMLHeadingElement>(last === null)
  useEscape(back)
  const count = useMemo(() => counted(album), [album])
  return (
    <main class="screen hide">
      <div class="screen-body">
        <h1 id="headline" ref={heading} tabIndex={-1}>
          {t('hide.title')}
        </h1>
        {looking && (
          <div class="hide-looking">
            <progress aria-labelledby="hide-looked" value={count.looked} max={album.size} />
            <p id="hide-looked">{t('hide.album.looking', { done: count.looked, total: album.size })}</p>
            <Button action="stop-looking" onPress={stop}>
              {t('hide.album.stop')}
            </Button>
          </div>
        )}
        <p class="hide-found" role="status">
          {!looking && t('hide.album.found', { count: count.withFaces, total: album.size })}
        </p>
        {films > 0 && <p class="screen-note">{t('hide.album.films', { count: films })}</p>}
        <StyleChoice style={style} choose={choose} />
        <ul class="hide-album">
          {[...album].map(([file, entry], at) => (
            <AlbumCard
              key={file}
              file={file}
              number={at + 1}
              entry={entry}
              load={load}
              focus={file === last}
              open={() => open(file)}
            />
          ))}
        </ul>
        <p class="screen-note">{t('hide.limits')}</p>
      </div>
      <div class="actions">
        <Button action="hide-done" rank="main" disabled={looking || count.hiding === 0} onPress={finish}>
          {count.hiding === 0 ? t('hide.nothingYet') : t('hide.album.done', { count: count.hiding })}
        </Button>
        <BackButton back={back} />
      </div>
    </main>
  )
}

interface HideOneProps {
  readonly file: File
  readonly hiding: Hiding
  readonly load: PictureSource
  readonly leave: () => void
}

function HideOne({ file, hiding, load, leave }: HideOneProps) {
  const { t } = useWords()
  const back = useRef(leave)
  back.current = leave
  const stay = useMemo(() => () => back.current(), [])
  return <HidePanel file={file} hiding={hiding} load={load} doneLabel={t('hide.keep')} done={stay} back={stay} />
}

/** Looks for faces in one photo after the other, until all were looked at or the parent stops it. */
function useAlbum(files: readonly File[], hiding: Hiding) {
  const [album, setAlbum] = useState<Album>(() => albumOf(files, (file): HideJob | undefined => hiding.jobOf(file)))
  const [looking, setLooking] = useState(true)
  const stopping = useRef<AbortController | null>(null)
  const { finder } = hiding
  const first = useRef(album)
  useEffect(() => {
    const stop = new AbortController()
    stopping.current = stop
    const look = async () => {
      for (const [file, { job }] of first.current) {
        if (job) continue
        const search = await finder.find(file, stop.signal)
        setAlbum((now) => looked(now, file, search))
      }
    }
    look()
      .catch((error: unknown) => {
        if (!stop.signal.aborted) console.error(error)
      })
      .finally(() => setLooking(false))
    return () => stop.abort(new DOMException('left', 'AbortError'))
  }, [finder])
  return {
    album,
    setAlbum,
    looking,
    stop: () => stopping.current?.abort(new DOMException('stopped', 'AbortError')),
  }
}
