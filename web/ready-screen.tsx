import { useState } from 'preact/hooks'
import { changesIn } from '../src/checker/hidden-copy'
import { save } from '../src/checker/save'
import { Button } from '../src/ui/button'
import { useFirstFocus } from '../src/ui/first-focus'
import { useWords } from '../src/ui/words-context'
import { describeChanges } from '../src/words/describe'
import { canHandOver, type HandedOver, handOver } from './hand-over'
import { zipOfFiles } from './zip-of-files'

const ZIP_NAME = 'photos.zip'

interface ReadyScreenProps {
  readonly copies: readonly File[]
  /** Files of which no copy could be confirmed. */
  readonly leftOut: number
  readonly startAgain: () => void
}

/** The copies, and the two ways on: the phone's own share sheet, or the downloads. */
export function ReadyScreen({ copies, leftOut, startAgain }: ReadyScreenProps) {
  const words = useWords()
  const { t } = words
  const heading = useFirstFocus<HTMLHeadingElement>()
  const [said, setSaid] = useState<HandedOver | 'saved' | null>(null)
  const canShare = canHandOver(copies)
  const count = copies.length
  const saveAll = async () => {
    const [only] = copies
    if (count === 1 && only) save(only, only.name)
    else save(await zipOfFiles(copies), ZIP_NAME)
    setSaid('saved')
  }
  return (
    <section class="phone-ready">
      <h1 ref={heading} tabIndex={-1}>
        {count > 0 ? t('phone.ready', { count }) : t('phone.ready.none')}
      </h1>
      <p>
        {count > 0 && t('phone.ready.text')} {leftOut > 0 && t('phone.leftOut', { count: leftOut })}{' '}
        {describeChanges(changesIn(copies), words)}
      </p>
      {count > 0 && !canShare && <p>{t('phone.share.not-possible')}</p>}
      <div class="phone-actions">
        {canShare && (
          <Button action="share" rank="main" onPress={() => void handOver(copies).then(setSaid)}>
            {t('phone.share', { count })}
          </Button>
        )}
        {count > 0 && (
          <Button action="save" rank={canShare ? 'other' : 'main'} onPress={() => void saveAll()}>
            {t('phone.save', { count })}
          </Button>
        )}
        <Button action="clear" onPress={startAgain}>
          {t('phone.again')}
        </Button>
      </div>
      <p role="status" data-said={said}>
        {said && (said === 'saved' ? t('phone.saved') : t(`phone.share.${said}`))}
      </p>
    </section>
  )
}
