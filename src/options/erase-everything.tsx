import { useState } from 'preact/hooks'
import { forgetAnswers } from '../file-answers/file-answers'
import { addedSites } from '../settings/settings'
import { eraseSettings } from '../settings/transfer'
import { removeSite } from '../site-access/add-site'
import { Button } from '../ui/button'
import { useWords } from '../ui/words-context'

/** Forgets everything, after a second press, and gives back the permissions for added places. */
export function EraseEverything() {
  const { t } = useWords()
  const [step, setStep] = useState<'offered' | 'asked' | 'done'>('offered')
  const erase = async () => {
    for (const pattern of await addedSites.getOwn()) await removeSite(pattern)
    await eraseSettings()
    await forgetAnswers()
    setStep('done')
  }
  return (
    <div class="options-buttons">
      {step === 'asked' ? (
        <>
          <p>{t('options.stored.erase.sure')}</p>
          <Button action="erase-now" onPress={() => void erase()}>
            {t('options.stored.erase.yes')}
          </Button>
          <Button action="erase-not" first onPress={() => setStep('offered')}>
            {t('options.stored.erase.no')}
          </Button>
        </>
      ) : (
        <Button action="erase" onPress={() => setStep('asked')}>
          {t('options.stored.erase')}
        </Button>
      )}
      <p role="status" class="options-status">
        {step === 'done' && t('options.stored.erase.done')}
      </p>
    </div>
  )
}
