import { Button } from '../ui/button'
import { useWords } from '../ui/words-context'
import { Beside } from './beside'
import type { Screen } from './dialog'

type UntakenScreen = Extract<Screen, { name: 'untaken' }>

/** Nothing in the page could take the files any more: they are here to be saved, or tried once more. */
export function UntakenCard(screen: UntakenScreen) {
  const { t } = useWords()
  const { files, again, close } = screen
  return (
    <Beside {...screen} goes={false}>
      <div role="alert">
        <p>{t('pause.untaken', { count: files.length })}</p>
        <p class="screen-note">{t('pause.untaken.text')}</p>
      </div>
      <div class="notice-actions">
        <Button action="try-again" rank="main" onPress={again}>
          {t('pause.untaken.again')}
        </Button>
        <Button action="save" onPress={() => files.forEach(save)}>
          {t('pause.untaken.save')}
        </Button>
        <Button action="close" onPress={close}>
          {t('pause.close')}
        </Button>
      </div>
    </Beside>
  )
}

/** Milliseconds for which the address of a saved file is good: the browser reads it while it saves. */
const ADDRESS_MS = 60_000

function save(file: File): void {
  const link = document.createElement('a')
  link.download = file.name
  link.href = URL.createObjectURL(file)
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), ADDRESS_MS)
}
