import { type Site, secondHand, unchecked } from './site'

export const linkedin = {
  id: 'linkedin',
  name: 'LinkedIn',
  kind: 'social',
  matches: ['https://*.linkedin.com/*'],
  audience: unchecked('everyone'),
  privacyPage: unchecked('https://www.linkedin.com/mypreferences/d/categories/profile-visibility'),
  steps: ['steps.per-post', 'steps.choose-people'],
  copies: secondHand('stripped', 'Comparison tables of tool makers', '2026'),
} as const satisfies Site
