import { type Site, secondHand, unchecked } from './site'

export const familyAlbum = {
  id: 'family-album',
  name: 'FamilyAlbum',
  kind: 'album',
  matches: ['https://*.mitene.us/*', 'https://*.family-album.com/*'],
  audience: secondHand('family', 'Memory Murals, a vendor of the same kind: albums by invitation only', '2026-04-29'),
  privacyPage: unchecked(null),
  steps: ['steps.album-shared', 'steps.album-link'],
  copies: unchecked('unknown'),
} as const satisfies Site
