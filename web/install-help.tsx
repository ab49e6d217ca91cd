import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { Button } from '../src/ui/button'
import { useWords } from '../src/ui/words-context'
import type { WordKey } from '../src/words/words'
import { AddToHome, HomeScreen, MenuDots, ShareButton, ShareMenu } from './install-pictures'

/** Chromium's own question, which it lets a page ask later; TypeScript's DOM does not know it. */
interface InstallPrompt extends Event {
  prompt(): Promise<unknown>
}

interface Step {
  readonly picture: () => JSX.Element
  readonly key: WordKey
}

const STEPS: Readonly<Record<'android' | 'iphone', readonly Step[]>> = {
  android: [
    { picture: MenuDots, key: 'phone.install.android.1' },
    { picture: AddToHome, key: 'phone.install.android.2' },
    { picture: ShareMenu, key: 'phone.install.android.3' },
  ],
  iphone: [
    { picture: ShareButton, key: 'phone.install.iphone.1' },
    { picture: AddToHome, key: 'phone.install.iphone.2' },
    { picture: HomeScreen, key: 'phone.install.iphone.3' },
  ],
}

/** How the page gets onto the home screen, in three pictures a kind of phone; gone once it is there. */
export function InstallHelp() {
  const { t } = useWords()
  const [prompt, setPrompt] = useState<InstallPrompt | null>(null)
  useEffect(() => {
    const over = new AbortController()
    const offered = (event: Event) => {
      event.preventDefault()
      setPrompt(event as InstallPrompt)
    }
    addEventListener('beforeinstallprompt', offered, { signal: over.signal })
    return () => over.abort()
  }, [])
  if (matchMedia('(display-mode: standalone)').matches) return null
  const first = /iPhone|iPad/.test(navigator.userAgent) ? 'iphone' : 'android'
  return (
    <section class="phone-install" aria-labelledby="phone-install">
      <h2 id="phone-install">{t('phone.install')}</h2>
      <p>{t('phone.install.text')}</p>
      {prompt && (
        <Button action="install" onPress={() => void prompt.prompt().then(() => setPrompt(null))}>
          {t('phone.install')}
        </Button>
      )}
      {(['android', 'iphone'] as const).map((kind) => (
        <details key={kind} open={kind === first}>
          <summary>{t(`phone.install.${kind}`)}</summary>
          <ol>
            {STEPS[kind].map(({ picture: Picture, key }) => (
              <li key={key}>
                <Picture />
                <span>{t(key)}</span>
              </li>
            ))}
          </ol>
        </details>
      ))}
    </section>
  )
}
