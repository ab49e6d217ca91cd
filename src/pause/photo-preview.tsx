import { type PictureSource, Thumbnail } from '../ui/thumbnail'
import { useWords } from '../ui/words-context'
import { whatAre } from '../words/headline'

/** The photo itself, beside what it says. */
export function PhotoPreview({ file, load }: { readonly file: File; readonly load: PictureSource }) {
  const { t } = useWords()
  return (
    <div class="photo">
      <Thumbnail
        file={file}
        size={480}
        load={load}
        alt={t('pause.picture', { what: whatAre([file]) })}
        otherwise={t('pause.noPicture')}
      />
    </div>
  )
}
