import { type Site, secondHand, sourced } from './site'

export const x = {
  id: 'x',
  name: 'X',
  kind: 'social',
  matches: ['https://*.x.com/*', 'https://*.twitter.com/*'],
  audience: sourced('everyone', 'X’s help page on public and protected posts, archived', null),
  privacyPage: sourced('https://x.com/settings/audience_and_tagging', 'Public code', null),
  steps: ['site.x.step1', 'site.x.step2', 'site.x.step3'],
  copies: secondHand('stripped', 'Comparison tables of tool makers', '2026'),
} as const satisfies Site
