import { useEffect, useRef, useState } from 'preact/hooks'
import { Button } from '../src/ui/button'
import { useFirstFocus } from '../src/ui/first-focus'
import { useWords } from '../src/ui/words-context'
import { PartOffer } from './part-offer'
import { type PartLoading, useHidingPart } from './use-hiding-part'

/** Stands where the editor looks for text, until what finds it is there: `ready` is called once the person asked and it is. */
export function TextFirst({ ready }: { readonly ready: () => void }) {
  const { t } = useWords()
  const loading = useHidingPart('text')
  const [isAsked, setIsAsked] = useState(false)
  const isReady = loading.state.name === 'ready'
  const call = useRef(ready)
  call.current = ready
  useEffect(() => {
    if (isAsked && isReady) call.current()
  }, [isAsked, isReady])
  if (isAsked) return <Offer loading={loading} />
  return (
    <Button action="find-text" onPress={() => setIsAsked(true)}>
      {t('hide.text.button')}
    </Button>
  )
}

/** What was pressed is gone, so the focus goes to what came in its place. */
function Offer({ loading }: { readonly loading: PartLoading }) {
  const { t } = useWords()
  const place = useFirstFocus<HTMLFieldSetElement>()
  return (
    <fieldset class="phone-offer" aria-label={t('hide.text.button')} tabIndex={-1} ref={place}>
      <PartOffer part="text" loading={loading} />
    </fieldset>
  )
}
