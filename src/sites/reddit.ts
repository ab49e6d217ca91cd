import { type Site, secondHand, unchecked } from './site'

export const reddit = {
  id: 'reddit',
  name: 'Reddit',
  kind: 'social',
  matches: ['https://*.reddit.com/*'],
  audience: unchecked('everyone'),
  privacyPage: unchecked('https://www.reddit.com/settings/privacy'),
  steps: ['steps.community'],
  copies: secondHand('stripped', 'Comparison tables of tool makers; a fault with HEIC photos was reported', '2026'),
} as const satisfies Site
