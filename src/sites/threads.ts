import { type Site, secondHand, sourced, unchecked } from './site'

export const threads = {
  id: 'threads',
  name: 'Threads',
  kind: 'social',
  matches: ['https://*.threads.net/*', 'https://*.threads.com/*'],
  audience: unchecked('everyone'),
  privacyPage: sourced('https://www.threads.net/settings/privacy', 'Public code', null),
  steps: ['steps.open-page', 'steps.look-who', 'steps.choose-people'],
  copies: secondHand('stripped', 'One tool maker: the same as Instagram', '2026-04'),
} as const satisfies Site
