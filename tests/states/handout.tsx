import { HandoutPage } from '../../src/handout/handout-page'
import type { State, States } from './state'

declare const fake: { stored: Record<string, unknown> }

const nothing = () => undefined

function sheet(preferred: string, stored: Record<string, unknown> = {}): State {
  const draw = () => {
    Object.assign(fake, { stored })
    return (
      <HandoutPage key={preferred + JSON.stringify(stored)} preferred={[preferred]} speak={nothing} print={nothing} />
    )
  }
  return { draw }
}

export const states: States = {
  Belgium: sheet('fr-BE'),
  'with the page for phones': sheet('fr-FR', { phonePage: 'https://school.example/pausephoto/' }),
  'no country': sheet('de-AT'),
  Italy: sheet('it-IT'),
}
