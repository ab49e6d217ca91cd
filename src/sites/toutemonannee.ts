import { type Site, sourced, unchecked } from './site'

export const toutemonannee = {
  id: 'toutemonannee',
  name: 'Toutemonannée',
  kind: 'school',
  matches: ['https://*.toutemonannee.com/*'],
  audience: sourced('class', 'Toutemonannée’s terms of use, on class journals', null),
  privacyPage: unchecked(null),
  steps: ['steps.class-who', 'steps.class-ask'],
  copies: unchecked('unknown'),
} as const satisfies Site
