import { HidingProvider } from '../../src/pictures/hiding-context'
import { PlacesProvider } from '../../src/ui/places-context'
import { WelcomePage } from '../../src/welcome/welcome-page'
import { engine, fileNamed, hiding, pictures, places } from './fixtures'
import type { States } from './state'

const nothing = () => undefined

/** The sample photo is called photo.jpg; here it says what a telling one says, until it is cleaned. */
const sampleEngine: typeof engine = {
  inspect: ({ name }) => engine.inspect(fileNamed(name === 'photo.jpg' ? 'telling.jpg' : name)),
  clean: () => engine.clean(fileNamed('plain.jpg')),
}
const hides: typeof hiding = { ...hiding, hide: async () => ({ file: fileNamed('plain.jpg'), changes: [] }) }
const page = () => (
  <PlacesProvider value={places}>
    <HidingProvider value={hides}>
      <WelcomePage engine={sampleEngine} pictures={pictures} close={nothing} />
    </HidingProvider>
  </PlacesProvider>
)

export const states: States = {
  start: { draw: page },
  tried: { draw: page, press: ['[data-action="try-clean"]'] },
  'with what is covered': { draw: page, press: ['[data-action="try-hide"]', '[data-action="hide-done"]'] },
}
