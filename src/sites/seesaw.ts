import { type Site, secondHand, unchecked } from './site'

export const seesaw = {
  id: 'seesaw',
  name: 'Seesaw',
  kind: 'school',
  matches: ['https://*.seesaw.me/*'],
  audience: secondHand('class', 'A forum of teachers: parents see their own child’s folder', null),
  privacyPage: unchecked(null),
  steps: ['steps.class-who', 'steps.class-ask'],
  copies: unchecked('unknown'),
} as const satisfies Site
