import { useMemo } from 'preact/hooks'
import { type PictureSource, Thumbnail } from './thumbnail'
import { useWords } from './words-context'

interface HiddenPictureProps {
  readonly picture: Blob
  /** Larger side in CSS pixels. */
  readonly size: number
  readonly load: PictureSource
}

/** The picture that lies in the file beside the one that is seen. */
export function HiddenPicture({ picture, size, load }: HiddenPictureProps) {
  const { t } = useWords()
  const file = useMemo(() => new File([picture], '', { type: picture.type }), [picture])
  return (
    <div class="hidden-picture">
      <Thumbnail
        file={file}
        size={size}
        load={load}
        alt={t('pause.hiddenPicture.alt')}
        otherwise={t('pause.noPicture')}
      />
    </div>
  )
}
