import { HandoutPage } from '../../src/handout/handout-page'
import type { States } from './state'

const nothing = () => undefined

export const states: States = {
  Belgium: { draw: () => <HandoutPage key="BE" preferred={['fr-BE']} speak={nothing} print={nothing} /> },
  Italy: { draw: () => <HandoutPage key="IT" preferred={['it-IT']} speak={nothing} print={nothing} /> },
}
