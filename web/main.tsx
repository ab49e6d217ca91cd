import { render } from 'preact'
import { createHiding } from '../src/pictures/hiding'
import { HidingProvider } from '../src/pictures/hiding-context'
import { createPlaces } from '../src/places/places'
import { createEngineClient } from '../src/review/engine-client'
import { createPictures } from '../src/review/pictures'
import { language } from '../src/settings/settings'
import { PlacesProvider } from '../src/ui/places-context'
import { speak, WordsProvider } from '../src/ui/words-context'
import { loadWords } from '../src/words/languages'
import { PhonePage } from './phone-page'
import { sharedIdIn, takeShared } from './share-target'
import { keepForOffline } from './update'

const engine = createEngineClient()
const pictures = createPictures()
const places = createPlaces()
const hiding = createHiding()
const id = sharedIdIn(location.search)
/** Asked for once: what is taken is gone from the service worker. */
const shared = id === null ? null : takeShared(id)
// Loaded again, the page would ask for files that it already took.
if (id !== null) history.replaceState(null, '', location.pathname)

let isIdle = id === null
const { settle, kept } = keepForOffline(() => isIdle)

async function show(): Promise<void> {
  const words = await loadWords(await language.getValue())
  speak(words)
  render(
    <WordsProvider value={words}>
      <PlacesProvider value={places}>
        <HidingProvider value={hiding}>
          <PhonePage
            engine={engine}
            pictures={pictures}
            shared={shared}
            kept={kept}
            whenIdle={(idle) => {
              isIdle = idle
              settle()
            }}
          />
        </HidingProvider>
      </PlacesProvider>
    </WordsProvider>,
    document.body,
  )
}

language.watch(() => void show())
await show()
