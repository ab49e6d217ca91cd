import { useRef, useState } from 'preact/hooks'
import { Button } from '../src/ui/button'
import { useWords } from '../src/ui/words-context'
import { InstallHelp } from './install-help'

interface StartScreenProps {
  /** Why there is nothing although something was shared. */
  readonly trouble: 'lost' | 'nothing' | null
  readonly add: (files: readonly File[]) => void
}

/** Where photos come in when no other app brought them. */
export function StartScreen({ trouble, add }: StartScreenProps) {
  const { t } = useWords()
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setIsOver] = useState(false)
  return (
    <>
      <section
        class="phone-start"
        data-over={isOver}
        aria-labelledby="phone-title"
        onDragOver={(event) => {
          event.preventDefault()
          setIsOver(true)
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={(event) => {
          event.preventDefault()
          setIsOver(false)
          add([...(event.dataTransfer?.files ?? [])])
        }}
      >
        <h1 id="phone-title">{t('checker.title')}</h1>
        <p>{t('phone.lead')}</p>
        <p role="status" class="phone-trouble">
          {trouble && t(`phone.shared.${trouble}`)}
        </p>
        <input
          ref={input}
          type="file"
          multiple
          accept="image/*,video/*"
          hidden
          onChange={({ currentTarget }) => {
            add([...(currentTarget.files ?? [])])
            // The same files can be chosen again.
            currentTarget.value = ''
          }}
        />
        <Button action="choose-files" rank="main" onPress={() => input.current?.click()}>
          {t('phone.choose')}
        </Button>
        <p class="checked-quiet">{t('phone.promise')}</p>
      </section>
      <InstallHelp />
    </>
  )
}
