import { type Site, secondHand, sourced, unchecked } from './site'

export const linkedin = {
  id: 'linkedin',
  name: 'LinkedIn',
  kind: 'social',
  matches: ['https://*.linkedin.com/*'],
  audience: unchecked('everyone'),
  privacyPage: sourced(
    'https://www.linkedin.com/mypreferences/d/categories/profile-visibility',
    'LinkedIn’s privacy policy, which links to it',
    '2025-11-03',
  ),
  steps: ['steps.per-post', 'steps.choose-people'],
  copies: secondHand('stripped', 'Comparison tables of tool makers', '2026'),
} as const satisfies Site
