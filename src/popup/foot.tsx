import { browser } from 'wxt/browser'
import { endOfBreak, takeBreak } from '../settings/break'
import { pausedUntil } from '../settings/settings'
import { useSetting } from '../settings/use-setting'
import { Button } from '../ui/button'
import { useWords } from '../ui/words-context'

async function openPage(path: '/checker.html' | '/help.html'): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(path) })
  window.close()
}

export function Foot() {
  const { t } = useWords()
  const [stored] = useSetting(pausedUntil)
  const onBreak = stored !== null && endOfBreak(stored, new Date()) !== null
  return (
    <footer class="popup-foot">
      {!onBreak && (
        <Button action="take-break" onPress={() => void takeBreak(new Date())}>
          {t('popup.break')}
        </Button>
      )}
      <Button action="open-checker" onPress={() => void openPage('/checker.html')}>
        {t('popup.checker')}
      </Button>
      <Button action="open-help" onPress={() => void openPage('/help.html')}>
        {t('popup.help')}
      </Button>
      <Button action="open-options" onPress={() => void browser.runtime.openOptionsPage().then(() => window.close())}>
        {t('popup.options')}
      </Button>
    </footer>
  )
}
