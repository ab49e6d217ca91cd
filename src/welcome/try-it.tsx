import { useCallback, useEffect, useMemo, useState } from 'preact/hooks'
import { fileFrom } from '../bridge/recipe'
import type { Cleaning, Engine, Inspection } from '../review/engine-contract'
import type { Pictures } from '../review/pictures'
import { Button } from '../ui/button'
import { FindingList } from '../ui/finding-list'
import { HeadlineText } from '../ui/headline-text'
import { PhotoPlace } from '../ui/photo-place'
import { Thumbnail } from '../ui/thumbnail'
import { useWords } from '../ui/words-context'
import { describeReason } from '../words/describe'
import { samplePhoto } from './sample'

export interface TryItProps {
  readonly engine: Engine
  readonly pictures: Pick<Pictures, 'thumbnail'>
}

/** A drawn photo that tells what a phone's photo tells, to be looked into and cleaned by the engine itself. */
export function TryIt({ engine, pictures }: TryItProps) {
  const words = useWords()
  const { t } = words
  const original = useMemo(samplePhoto, [])
  const [cleaning, setCleaning] = useState<Cleaning | null>(null)
  const file = useMemo(
    () => (cleaning?.outcome === 'cleaned' ? fileFrom(cleaning.recipe, original) : original),
    [cleaning, original],
  )
  const inspection = useInspection(engine, file)
  const load = useCallback((one: File, size: number) => pictures.thumbnail(one, size), [pictures])
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
        {inspection?.outcome === 'found' && (
          <>
            <h3>
              <HeadlineText findings={inspection.findings} what="photo" />
            </h3>
            <FindingList findings={inspection.findings} load={load} />
            <Button action="try-clean" rank="main" onPress={() => void engine.clean(original).then(setCleaning)}>
              {t('welcome.try.clean')}
            </Button>
          </>
        )}
        {inspection?.outcome === 'nothing-found' && (
          <>
            <h3>{t('welcome.try.done')}</h3>
            <p>{t('welcome.try.same')}</p>
            <Button action="try-again" onPress={() => setCleaning(null)}>
              {t('welcome.try.again')}
            </Button>
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
