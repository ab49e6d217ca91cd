import { render } from 'preact'
import { afterFirstPaint, afterPaint } from '../../src/pause/after-paint'
import { askBackground } from '../../src/pause/ask-background'
import { connect } from '../../src/pause/connection'
import { watchCover } from '../../src/pause/covered'
import { destinationOf } from '../../src/pause/destination'
import { Dialog } from '../../src/pause/dialog'
import { PausePage } from '../../src/pause/pause-page'
import { noteRaised } from '../../src/pause/raised'
import { reviewInTurn } from '../../src/pause/review-queue'
import { doneOf } from '../../src/pause/summary'
import { createHiding } from '../../src/pictures/hiding'
import { HidingProvider } from '../../src/pictures/hiding-context'
import { createPlaces } from '../../src/places/places'
import { createEngineClient } from '../../src/review/engine-client'
import { createPictures } from '../../src/review/pictures'
import { startedEngine } from '../../src/review/started-engine'
import { language } from '../../src/settings/settings'
import { PlacesProvider } from '../../src/ui/places-context'
import { speak, WordsProvider } from '../../src/ui/words-context'
import { loadWords } from '../../src/words/languages'

/** Milliseconds after which this page was loaded for a picker in which a parent still looks: a photo that waits for it is shown by then. */
const PICKING_MS = 1000

const engine = createEngineClient()
engine.warm(startedEngine())
const connected = connect(window, (ticket) => askBackground('redeemTicket', ticket), noteRaised)
const spoken = language.getValue().then(loadWords)
const connection = await connected
const words = await spoken

const dialog = new Dialog()
watchCover()
const pictures = createPictures()
const hiding = createHiding()
const { name, map, warm } = createPlaces()
speak(words)
render(
  <WordsProvider value={words}>
    <PlacesProvider value={{ name: afterFirstPaint(name), map: afterFirstPaint(map) }}>
      <HidingProvider value={hiding}>
        <PausePage
          dialog={dialog}
          host={connection.host}
          pictures={{ thumbnail: afterFirstPaint(pictures.thumbnail) }}
        />
      </HidingProvider>
    </PlacesProvider>
  </WordsProvider>,
  document.body,
)
setTimeout(warm, PICKING_MS)
reviewInTurn(
  connection,
  destinationOf(connection.host, connection.page),
  { engine, pictures, hide: hiding.hide, dialog, afterPaint },
  ({ verdict, summary }) => {
    const done = doneOf(connection.host, verdict, summary)
    if (done) void askBackground('record', done)
  },
)
