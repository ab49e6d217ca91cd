import { type Site, unchecked } from './site'

export const familyAlbum = {
  id: 'family-album',
  name: 'FamilyAlbum',
  kind: 'album',
  matches: ['https://*.mitene.us/*', 'https://*.family-album.com/*'],
  audience: unchecked('family'),
  privacyPage: unchecked(null),
  steps: ['steps.album-shared', 'steps.album-link'],
  copies: unchecked('unknown'),
} as const satisfies Site
