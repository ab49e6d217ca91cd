import { Button } from '../src/ui/button'
import { useWords } from '../src/ui/words-context'
import { bytesOf, type HidingPart, megabytesOf } from './hiding-files'
import type { PartLoading } from './use-hiding-part'

interface PartOfferProps {
  readonly part: HidingPart
  readonly loading: PartLoading
}

/** Says how much has to be loaded, and loads it when it is pressed; what went wrong is said, and can be tried again. */
export function PartOffer({ part, loading: { state, get, retry } }: PartOfferProps) {
  const { t } = useWords()
  return (
    <>
      <p role="status">{state.name === 'failed' && t('phone.hide.failed')}</p>
      {'files' in state && <p>{t(`phone.hide.size.${part}`, { megabytes: megabytesOf(state.files) })}</p>}
      {state.name === 'loading' && (
        <progress aria-label={t('phone.hide.loading')} value={state.bytes} max={bytesOf([state.files])} />
      )}
      {state.name === 'asking' && (
        <Button action="load-hiding" rank="main" onPress={() => get(state.files)}>
          {t('phone.hide.load', { megabytes: megabytesOf(state.files) })}
        </Button>
      )}
      {state.name === 'failed' && (
        <Button action="retry-hiding" onPress={retry}>
          {t('pause.untaken.again')}
        </Button>
      )}
    </>
  )
}
