import { type Site, unchecked } from './site'

export const smartschool = {
  id: 'smartschool',
  name: 'Smartschool',
  kind: 'school',
  matches: ['https://*.smartschool.be/*'],
  audience: unchecked('class'),
  privacyPage: unchecked(null),
  steps: ['steps.class-who', 'steps.class-ask'],
  copies: unchecked('unknown'),
} as const satisfies Site
