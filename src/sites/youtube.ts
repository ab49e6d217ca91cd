import { type Site, unchecked } from './site'

export const youtube = {
  id: 'youtube',
  name: 'YouTube',
  kind: 'social',
  matches: ['https://www.youtube.com/*', 'https://m.youtube.com/*', 'https://studio.youtube.com/*'],
  audience: unchecked('depends'),
  privacyPage: unchecked('https://studio.youtube.com/'),
  steps: ['steps.video-visibility'],
  copies: unchecked('unknown'),
} as const satisfies Site
