import { type Site, unchecked } from './site'

export const imgur = {
  id: 'imgur',
  name: 'Imgur',
  kind: 'social',
  matches: ['https://*.imgur.com/*'],
  audience: unchecked('depends'),
  privacyPage: unchecked(null),
  steps: ['steps.imgur-hidden'],
  copies: unchecked('unknown'),
} as const satisfies Site
