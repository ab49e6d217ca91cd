import { useEffect, useState } from 'preact/hooks'
import { useWords } from './words-context'

/** The video that lies in the photo; it plays when the parent wants it to, and never with sound. */
export function HiddenVideo({ video }: { readonly video: Blob }) {
  const { t } = useWords()
  const [address, setAddress] = useState<string | null>(null)
  useEffect(() => {
    const made = URL.createObjectURL(video)
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [video])
  return (
    address && (
      <video
        class="hidden-video"
        src={address}
        aria-label={t('pause.hiddenVideo.label')}
        controls
        muted
        playsInline
        preload="metadata"
      />
    )
  )
}
