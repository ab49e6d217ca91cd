import { type Site, unchecked } from './site'

export const classdojo = {
  id: 'classdojo',
  name: 'ClassDojo',
  kind: 'school',
  matches: ['https://*.classdojo.com/*'],
  audience: unchecked('class'),
  privacyPage: unchecked(null),
  steps: ['steps.class-who', 'steps.class-ask'],
  copies: unchecked('unknown'),
} as const satisfies Site
