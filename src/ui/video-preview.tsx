import { useCallback, useEffect, useState } from 'preact/hooks'
import { useFirstFocus } from './first-focus'
import { Icon } from './icon'
import { type PictureSource, Thumbnail } from './thumbnail'
import './video-preview.css'
import { useWords } from './words-context'

interface VideoPreviewProps {
  readonly film: File
  readonly size: number
  readonly load: PictureSource
  readonly alt: string
}

/** The first frame of a video; pressed, it becomes a player, which starts without sound. */
export function VideoPreview({ film, size, load, alt }: VideoPreviewProps) {
  const { t } = useWords()
  const [shown, setShown] = useState(false)
  const [playing, setPlaying] = useState(false)
  const onShown = useCallback(() => setShown(true), [])
  if (playing) return <Player film={film} label={alt} />
  return (
    <div class="video-preview">
      <Thumbnail file={film} size={size} load={load} alt={alt} otherwise={t('pause.noPicture')} onShown={onShown} />
      {shown && (
        <button
          type="button"
          class="video-play"
          data-action="play"
          aria-label={`${t('pause.play')} (${film.name})`}
          title={t('pause.play')}
          onClick={() => setPlaying(true)}
        >
          <Icon name="play" />
        </button>
      )}
    </div>
  )
}

function Player({ film, label }: { readonly film: File; readonly label: string }) {
  const player = useFirstFocus<HTMLVideoElement>()
  const [address, setAddress] = useState<string>()
  useEffect(() => {
    const made = URL.createObjectURL(film)
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [film])
  return (
    <video ref={player} class="video-player" src={address} aria-label={label} controls muted autoPlay playsInline />
  )
}
