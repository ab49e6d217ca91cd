import { useMemo } from 'preact/hooks'
import { type PictureSource, Thumbnail } from './thumbnail'
import { useWords } from './words-context'

/** The picture that lies in the file beside the one that is seen. */
export function HiddenPicture({ picture, load }: { readonly picture: Blob; readonly load: PictureSource }) {
  const { t } = useWords()
  const file = useMemo(() => new File([picture], '', { type: picture.type }), [picture])
  return (
    <div class="hidden-picture">
      <Thumbnail
        file={file}
        size={160}
        load={load}
        alt={t('pause.hiddenPicture.alt')}
        otherwise={t('pause.noPicture')}
      />
    </div>
  )
}
