import { byNature, type Site, sourced } from './site'

export const googlePhotos = {
  id: 'google-photos',
  name: 'Google Photos',
  kind: 'album',
  matches: ['https://photos.google.com/*'],
  audience: byNature('recipients'),
  privacyPage: sourced('https://photos.google.com/settings', 'Public code', null),
  steps: ['steps.album-shared', 'steps.album-link'],
  copies: sourced('depends', 'Google Photos help: new albums and links leave the place out unless you share it', null),
} as const satisfies Site
