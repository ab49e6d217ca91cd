import { type Site, secondHand, unchecked } from './site'

export const klassly = {
  id: 'klassly',
  name: 'Klassly',
  kind: 'school',
  matches: ['https://*.klassly.com/*', 'https://*.klassroom.co/*'],
  audience: secondHand('class', 'TF1, on parents invited by the teacher', '2018'),
  privacyPage: unchecked(null),
  steps: ['steps.class-who', 'steps.class-ask'],
  copies: unchecked('unknown'),
} as const satisfies Site
