import { type Site, unchecked } from './site'

export const gimme = {
  id: 'gimme',
  name: 'Gimme',
  kind: 'school',
  matches: ['https://*.gimme.eu/*'],
  audience: unchecked('class'),
  privacyPage: unchecked(null),
  steps: ['steps.class-who', 'steps.class-ask'],
  copies: unchecked('unknown'),
} as const satisfies Site
