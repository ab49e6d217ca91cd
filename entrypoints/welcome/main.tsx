import { render } from 'preact'
import { browser } from 'wxt/browser'
import { createHiding } from '../../src/pictures/hiding'
import { HidingProvider } from '../../src/pictures/hiding-context'
import { createPlaces } from '../../src/places/places'
import { createEngineClient } from '../../src/review/engine-client'
import { createPictures } from '../../src/review/pictures'
import { language } from '../../src/settings/settings'
import { PlacesProvider } from '../../src/ui/places-context'
import { speak, WordsProvider } from '../../src/ui/words-context'
import { WelcomePage } from '../../src/welcome/welcome-page'
import { loadWords } from '../../src/words/languages'

/** Firefox lets no script close a tab that it did not open. */
async function closeTab(): Promise<void> {
  const tab = await browser.tabs.getCurrent()
  if (tab?.id !== undefined) await browser.tabs.remove(tab.id)
}

const words = await loadWords(await language.getValue())
speak(words)
render(
  <WordsProvider value={words}>
    <PlacesProvider value={createPlaces()}>
      <HidingProvider value={createHiding()}>
        <WelcomePage engine={createEngineClient()} pictures={createPictures()} close={() => void closeTab()} />
      </HidingProvider>
    </PlacesProvider>
  </WordsProvider>,
  document.body,
)
