import { type Site, sourced, unchecked } from './site'

export const famileo = {
  id: 'famileo',
  name: 'Famileo',
  kind: 'album',
  matches: ['https://*.famileo.com/*'],
  audience: sourced('family', 'Famileo’s privacy policy', '2024-07-03'),
  privacyPage: unchecked(null),
  steps: ['steps.album-shared', 'steps.album-link'],
  copies: unchecked('unknown'),
} as const satisfies Site
