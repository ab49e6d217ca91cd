import { useEffect, useMemo, useState } from 'preact/hooks'
import { fileFrom } from '../bridge/recipe'
import type { Cleaning, Engine, Inspection } from '../review/engine-contract'
import type { Pictures } from '../review/pictures'
import { Button } from '../ui/button'
import { FindingList } from '../ui/finding-list'
import { HeadlineText } from '../ui/headline-text'
import { PhotoPlace } from '../ui/photo-place'
import { type PictureSource, Thumbnail } from '../ui/thumbnail'
import { useWords } from '../ui/words-context'
import { describeReason } from '../words/describe'

export interface TryItServices {
  readonly engine: Engine
  readonly pictures: Pick<Pictures, 'thumbnail'>
}

/** What became of hiding in the photo: not asked for, going on, not possible, or the copy. */
export type HidingInSample = 'none' | 'working' | 'failed' | File

interface TryItProps {
  readonly engine: Engine
  readonly load: PictureSource
  readonly original: File
  readonly hidden: HidingInSample
  /** Opens the editor; null where nothing can be hidden. */
  readonly hide: (() => void) | null
  /** Forgets what was hidden. */
  readonly startAgain: () => void
}

/** A drawn photo that tells what a phone's photo tells, to be looked into, cleaned and covered by the engine itself. */
export function TryIt({ engine, load, original, hidden, hide, startAgain }: TryItProps) {
  const words = useWords()
  const { t } = words
  const [cleaning, setCleaning] = useState<Cleaning | null>(null)
  const file = useMemo(() => {
    if (hidden instanceof File) return hidden
    return cleaning?.outcome === 'cleaned' ? fileFrom(cleaning.recipe, original) : original
  }, [cleaning, original, hidden])
  const inspection = useInspection(engine, file)
  const isHidden = file === hidden
  const hideButton = hide && (
    <Button action="try-hide" onPress={hide}>
      {t('hide.button')}
    </Button>
  )
  return (
    <div class="try-it">
      <div>
        <Thumbnail
          key={file}
          file={file}
          size={320}
          load={load}
          alt={t('welcome.try.alt')}
          otherwise={t('pause.noPicture')}
        />
        {inspection?.outcome === 'found' && <PhotoPlace findings={inspection.findings} />}
      </div>
      <div aria-live="polite">
        {hidden === 'working' && <p>{t('hide.working')}</p>}
        {hidden === 'failed' && <p>{t('hide.failed')}</p>}
        {inspection?.outcome === 'found' && (
          <>
            <h3>
              <HeadlineText findings={inspection.findings} what="photo" />
            </h3>
            <FindingList findings={inspection.findings} load={load} />
            <div class="welcome-actions">
              <Button action="try-clean" rank="main" onPress={() => void engine.clean(original).then(setCleaning)}>
                {t('welcome.try.clean')}
              </Button>
              {hideButton}
            </div>
          </>
        )}
        {inspection?.outcome === 'nothing-found' && (
          <>
            <h3>{t(isHidden ? 'welcome.try.hidden' : 'welcome.try.done')}</h3>
            <p>{t(isHidden ? 'welcome.try.hidden.text' : 'welcome.try.same')}</p>
            <div class="welcome-actions">
              <Button
                action="try-again"
                onPress={() => {
                  setCleaning(null)
                  startAgain()
                }}
              >
                {t('welcome.try.again')}
              </Button>
              {hideButton}
            </div>
          </>
        )}
        {cleaning?.outcome === 'refused' && <p>{describeReason(cleaning.reason, words)}</p>}
      </div>
    </div>
  )
}

/** What the engine reads in the file now; null while it reads. */
function useInspection(engine: Engine, file: File): Inspection | null {
  const [read, setRead] = useState<{ readonly file: File; readonly inspection: Inspection } | null>(null)
  useEffect(() => {
    const gone = new AbortController()
    engine.inspect(file, gone.signal).then(
      (inspection) => setRead({ file, inspection }),
      (error) => {
        if (!gone.signal.aborted) throw error
      },
    )
    return () => gone.abort()
  }, [engine, file])
  return read?.file === file ? read.inspection : null
}
