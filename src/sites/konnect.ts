import { type Site, sourced, unchecked } from './site'

export const konnect = {
  id: 'konnect',
  name: 'Konnect',
  kind: 'school',
  // Nurseries tell their parents to sign in at a name of their own under ouderportaal.nl.
  matches: ['https://*.ouderportaal.nl/*', 'https://*.konnect.nl/*', 'https://*.kidskonnect.nl/*'],
  audience: sourced('class', 'Konnect’s privacy statement for its parent app', null),
  privacyPage: unchecked(null),
  steps: ['steps.class-who', 'steps.class-ask'],
  copies: unchecked('unknown'),
} as const satisfies Site
