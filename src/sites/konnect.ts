import { type Site, unchecked } from './site'

export const konnect = {
  id: 'konnect',
  name: 'Konnect',
  kind: 'school',
  matches: ['https://*.konnect.nl/*', 'https://*.kidskonnect.nl/*'],
  audience: unchecked('class'),
  privacyPage: unchecked(null),
  steps: ['steps.class-who', 'steps.class-ask'],
  copies: unchecked('unknown'),
} as const satisfies Site
