import { useEffect, useRef, useState } from 'preact/hooks'
import { useFirstFocus } from '../../ui/first-focus'
import '../../ui/picture-card.css'
import type { PictureSource } from '../../ui/thumbnail'
import { useWords } from '../../ui/words-context'
import type { AlbumEntry } from './album-state'
import { drawPicture, drawPreview } from './preview'

/** The longer side of the copy in the grid, in pixels. */
const CARD_PIXELS = 280

interface AlbumCardProps {
  readonly file: File
  readonly number: number
  readonly entry: AlbumEntry
  readonly load: PictureSource
  /** The parent comes back from this one. */
  readonly focus: boolean
  readonly open: () => void
}

/** One photo of an album with what is hidden in it; pressing it opens it. */
export function AlbumCard({ file, number, entry, load, focus, open }: AlbumCardProps) {
  const { t } = useWords()
  const button = useFirstFocus<HTMLButtonElement>(focus)
  const canvas = useRef<HTMLCanvasElement>(null)
  const shown = useShown(file, load, canvas)
  const { job, state } = entry
  useEffect(() => {
    if (!shown || !canvas.current) return
    if (job) drawPreview(canvas.current, shown, job.order)
    else drawPicture(canvas.current, shown)
  }, [shown, job])
  const marks = job?.edit.marks ?? []
  const hidden = marks.filter((mark) => mark.hidden).length + (job?.edit.drawn.length ?? 0)
  return (
    <li class="picture-card hide-card" data-state={state} data-hidden={hidden}>
      <button ref={button} type="button" data-action="open" onClick={open}>
        <canvas ref={canvas} width={4} height={3} />
        <span class="hidden-from-view">{t('pause.many.item', { what: 'photo', number })}: </span>
        <span>
          {state === 'waiting' && t('hide.album.waiting')}
          {state === 'failed' && t('hide.album.failed')}
          {state === 'looked' && t('hide.album.card', { found: marks.length, hidden })}
        </span>
      </button>
    </li>
  )
}

/** The picture, once the card comes near the part of the page that is in view. */
function useShown(file: File, load: PictureSource, canvas: { readonly current: HTMLCanvasElement | null }) {
  const [shown, setShown] = useState<ImageBitmap | null>(null)
  useEffect(() => {
    if (!canvas.current) return undefined
    let gone = false
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return
        observer.disconnect()
        load(file, CARD_PIXELS).then(
          (bitmap) => {
            if (gone) bitmap?.close()
            else setShown(bitmap)
          },
          () => undefined,
        )
      },
      { rootMargin: '300px' },
    )
    observer.observe(canvas.current)
    return () => {
      gone = true
      observer.disconnect()
    }
  }, [file, load, canvas])
  return shown
}
