import { type Site, sourced, unchecked } from './site'

export const parro = {
  id: 'parro',
  name: 'Parro',
  kind: 'school',
  matches: ['https://*.parro.com/*'],
  audience: sourced('class', 'ParnasSys’s page on the privacy of Parro', null),
  privacyPage: unchecked(null),
  steps: ['steps.class-who', 'steps.class-ask'],
  copies: unchecked('unknown'),
} as const satisfies Site
