import { render } from 'preact'
import { CheckerPage } from '../../src/checker/checker-page'
import { createHiding } from '../../src/pictures/hiding'
import { HidingProvider } from '../../src/pictures/hiding-context'
import { createPlaces } from '../../src/places/places'
import { createEngineClient } from '../../src/review/engine-client'
import { createPictures } from '../../src/review/pictures'
import { language } from '../../src/settings/settings'
import { PlacesProvider } from '../../src/ui/places-context'
import { speak, WordsProvider } from '../../src/ui/words-context'
import { loadWords } from '../../src/words/languages'

const words = await loadWords(await language.getValue())
const engine = createEngineClient()
engine.warm()
speak(words)
render(
  <WordsProvider value={words}>
    <PlacesProvider value={createPlaces()}>
      <HidingProvider value={createHiding()}>
        <CheckerPage
          engine={engine}
          pictures={createPictures()}
          fromPage={new URLSearchParams(location.search).get('picture')}
        />
      </HidingProvider>
    </PlacesProvider>
  </WordsProvider>,
  document.body,
)
