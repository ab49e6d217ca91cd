import { type Site, secondHand, sourced } from './site'

export const reddit = {
  id: 'reddit',
  name: 'Reddit',
  kind: 'social',
  matches: ['https://*.reddit.com/*'],
  audience: sourced('everyone', 'Reddit’s privacy policy: a public platform', '2026-01-06'),
  privacyPage: sourced('https://www.reddit.com/settings/privacy', 'Public code', null),
  steps: ['steps.community'],
  copies: secondHand('stripped', 'Comparison tables of tool makers; a fault with HEIC photos was reported', '2026'),
} as const satisfies Site
