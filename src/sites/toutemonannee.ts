import { type Site, secondHand, unchecked } from './site'

export const toutemonannee = {
  id: 'toutemonannee',
  name: 'Toutemonannée',
  kind: 'school',
  matches: ['https://*.toutemonannee.com/*'],
  audience: secondHand('class', 'Press reports on photos shown to parents', null),
  privacyPage: unchecked(null),
  steps: ['steps.class-who', 'steps.class-ask'],
  copies: unchecked('unknown'),
} as const satisfies Site
