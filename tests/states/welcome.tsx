import { PlacesProvider } from '../../src/ui/places-context'
import { WelcomePage } from '../../src/welcome/welcome-page'
import { engine, fileNamed, pictures, places } from './fixtures'
import type { States } from './state'

const nothing = () => undefined

/** The sample photo is called photo.jpg; here it says what a telling one says, until it is cleaned. */
const sampleEngine: typeof engine = {
  inspect: ({ name }) => engine.inspect(fileNamed(name === 'photo.jpg' ? 'telling.jpg' : name)),
  clean: () => engine.clean(fileNamed('plain.jpg')),
}
const page = () => (
  <PlacesProvider value={places}>
    <WelcomePage engine={sampleEngine} pictures={pictures} close={nothing} />
  </PlacesProvider>
)

export const states: States = {
  start: { draw: page },
  tried: { draw: page, press: ['[data-action="try-clean"]'] },
}
