import { HidePanel } from '../src/pictures/editor/hide-panel'
import type { Hiding } from '../src/pictures/hiding'
import { BeforeTextProvider } from '../src/pictures/hiding-context'
import { Button } from '../src/ui/button'
import { useFirstFocus } from '../src/ui/first-focus'
import type { PictureSource } from '../src/ui/thumbnail'
import { useWords } from '../src/ui/words-context'
import { PartOffer } from './part-offer'
import { TextFirst } from './text-first'
import { useHidingPart } from './use-hiding-part'

interface HideScreenProps {
  readonly file: File
  readonly hiding: Hiding
  readonly load: PictureSource
  readonly done: () => void
  readonly back: () => void
}

/** Hides faces in one file; what finds them is loaded first, once the person knows how much it is. */
export function HideScreen({ file, hiding, load, done, back }: HideScreenProps) {
  const { t } = useWords()
  const loading = useHidingPart('faces')
  const heading = useFirstFocus<HTMLHeadingElement>()
  if (loading.state.name === 'ready') {
    return (
      <BeforeTextProvider value={TextFirst}>
        <HidePanel file={file} hiding={hiding} load={load} doneLabel={t('hide.keep')} done={done} back={back} />
      </BeforeTextProvider>
    )
  }
  return (
    <main class="phone" data-step="hide" data-state={loading.state.name}>
      <section class="phone-start">
        <h1 ref={heading} tabIndex={-1}>
          {t('hide.button')}
        </h1>
        <PartOffer part="faces" loading={loading} />
        <Button action="hide-back" onPress={back}>
          {t('hide.back')}
        </Button>
      </section>
    </main>
  )
}
