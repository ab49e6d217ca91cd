import { type PictureSource, Thumbnail } from '../ui/thumbnail'
import { VideoPreview } from '../ui/video-preview'
import { useWords } from '../ui/words-context'
import { whatAre } from '../words/headline'

/** The photo itself, or the video, beside what it says. */
export function PhotoPreview({ file, load }: { readonly file: File; readonly load: PictureSource }) {
  const { t } = useWords()
  const what = whatAre([file])
  const alt = t('pause.picture', { what })
  return (
    <div class="photo">
      {what === 'video' ? (
        <VideoPreview film={file} size={480} load={load} alt={alt} />
      ) : (
        <Thumbnail file={file} size={480} load={load} alt={alt} otherwise={t('pause.noPicture')} />
      )}
    </div>
  )
}
