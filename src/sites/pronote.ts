import { type Site, unchecked } from './site'

export const pronote = {
  id: 'pronote',
  name: 'Pronote',
  kind: 'school',
  matches: ['https://*.index-education.net/*'],
  audience: unchecked('class'),
  privacyPage: unchecked(null),
  steps: ['steps.class-who', 'steps.class-ask'],
  copies: unchecked('unknown'),
} as const satisfies Site
