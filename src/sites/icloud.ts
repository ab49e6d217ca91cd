import { byNature, type Site, secondHand, unchecked } from './site'

export const icloud = {
  id: 'icloud',
  name: 'iCloud',
  kind: 'album',
  matches: ['https://*.icloud.com/*'],
  audience: byNature('recipients'),
  privacyPage: unchecked(null),
  steps: ['steps.album-shared', 'steps.album-link'],
  copies: secondHand('depends', 'One tool maker: shared albums and links leave the place out', '2026-05'),
} as const satisfies Site
