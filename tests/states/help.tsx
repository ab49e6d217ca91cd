import { HelpPage } from '../../src/help/help-page'
import type { States } from './state'

export const states: States = {
  France: { draw: () => <HelpPage preferred={['fr-FR']} /> },
  Ireland: { draw: () => <HelpPage preferred={['en-IE']} /> },
}
