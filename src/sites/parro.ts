import { type Site, unchecked } from './site'

export const parro = {
  id: 'parro',
  name: 'Parro',
  kind: 'school',
  matches: ['https://*.parro.com/*'],
  audience: unchecked('class'),
  privacyPage: unchecked(null),
  steps: ['steps.class-who', 'steps.class-ask'],
  copies: unchecked('unknown'),
} as const satisfies Site
