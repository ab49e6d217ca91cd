import type { Finding } from '../findings/finding'
import { HiddenPicture } from '../ui/hidden-picture'
import { HiddenVideo } from '../ui/hidden-video'
import { type PictureSource, Thumbnail } from '../ui/thumbnail'
import { VideoPreview } from '../ui/video-preview'
import { useWords } from '../ui/words-context'
import { whatAre } from '../words/headline'
import type { WordKey } from '../words/words'
import './photo-preview.css'

interface PhotoPreviewProps {
  readonly file: File
  readonly findings: readonly Finding[]
  readonly load: PictureSource
}

/** The photo or the video itself, and beside it, as large, what is hidden in its file and can be looked at. */
export function PhotoPreview({ file, findings, load }: PhotoPreviewProps) {
  const { t } = useWords()
  const what = whatAre([file])
  const alt = t('pause.picture', { what })
  const hidden = findings.filter(isShown)
  return (
    <div class="photo" data-hidden={hidden.length}>
      {what === 'video' ? (
        <VideoPreview film={file} size={480} load={load} alt={alt} />
      ) : (
        <Thumbnail file={file} size={480} load={load} alt={alt} otherwise={t('pause.noPicture')} />
      )}
      {hidden.map((finding, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the findings of a photo never change their places
        <figure key={at} class="photo-hidden">
          {finding.kind === 'hidden-picture' ? (
            <HiddenPicture picture={finding.picture} size={480} load={load} />
          ) : (
            <HiddenVideo video={finding.video} />
          )}
          <figcaption>
            <strong>{t(`kind.${finding.kind}`)}</strong> {t(lookAt(finding))}
          </figcaption>
        </figure>
      ))}
    </div>
  )
}

type Hidden =
  | (Extract<Finding, { kind: 'hidden-picture' }> & { readonly picture: Blob })
  | (Extract<Finding, { kind: 'hidden-video' }> & { readonly video: Blob })

function isShown(finding: Finding): finding is Hidden {
  return (
    (finding.kind === 'hidden-picture' && finding.picture !== undefined) ||
    (finding.kind === 'hidden-video' && finding.video !== undefined)
  )
}

/** One line on what to look at. */
function lookAt(finding: Hidden): WordKey {
  if (finding.kind === 'hidden-video') return 'pause.hiddenVideo.look'
  const isCopy = finding.role === 'thumbnail' || finding.role === 'preview'
  return isCopy ? 'pause.hiddenPicture.look' : 'pause.hiddenPicture.other'
}
