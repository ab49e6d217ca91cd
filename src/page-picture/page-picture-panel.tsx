import { Button } from '../ui/button'
import { useWords } from '../ui/words-context'
import { canCapture } from './capture'
import { usePagePicture } from './use-page-picture'
import './page-picture-panel.css'

interface PagePicturePanelProps {
  /** The name under which the picture waits; null when the page was opened without one. */
  readonly name: string | null
  readonly found: (file: File) => void
}

/** Says how the picture of a page is had, or how the parent can bring it. */
export function PagePicturePanel({ name, found }: PagePicturePanelProps) {
  const { t } = useWords()
  const { reading, readFromMemory } = usePagePicture(name, found)
  if (reading.state === 'none') return null
  return (
    <section class="page-picture" data-picture={reading.state} aria-live="polite">
      {reading.state === 'reading' && <p>{t('picture.reading')}</p>}
      {reading.state === 'away' && (
        <>
          <h2>{t('picture.save')}</h2>
          <p>{t('picture.save.text')}</p>
        </>
      )}
      {reading.state === 'away' && canCapture() && (
        <>
          <p>{t('picture.memory.text')}</p>
          <Button action="read-from-memory" onPress={() => void readFromMemory(reading.picture)}>
            {t('picture.memory')}
          </Button>
          {reading.after && <p>{t(`picture.memory.${reading.after}`)}</p>}
        </>
      )}
      {reading.state !== 'reading' && <p class="page-picture-copy">{t('picture.copy')}</p>}
    </section>
  )
}
