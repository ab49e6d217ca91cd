import { type Site, unchecked } from './site'

export const tinybeans = {
  id: 'tinybeans',
  name: 'Tinybeans',
  kind: 'album',
  matches: ['https://*.tinybeans.com/*'],
  audience: unchecked('family'),
  privacyPage: unchecked(null),
  steps: ['steps.album-shared', 'steps.album-link'],
  copies: unchecked('unknown'),
} as const satisfies Site
