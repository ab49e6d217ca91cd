import { HelpPage } from '../../src/help/help-page'
import type { States } from './state'

export const states: States = {
  France: { draw: () => <HelpPage preferred={['fr-FR']} /> },
  'no country, after a year': {
    draw: () => <HelpPage key="none" preferred={['de-AT']} now={new Date('2028-01-01')} />,
  },
  Ireland: { draw: () => <HelpPage preferred={['en-IE']} /> },
}
