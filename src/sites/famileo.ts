import { type Site, unchecked } from './site'

export const famileo = {
  id: 'famileo',
  name: 'Famileo',
  kind: 'album',
  matches: ['https://*.famileo.com/*'],
  audience: unchecked('family'),
  privacyPage: unchecked(null),
  steps: ['steps.album-shared', 'steps.album-link'],
  copies: unchecked('unknown'),
} as const satisfies Site
