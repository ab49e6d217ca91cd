import { type Site, sourced, unchecked } from './site'

export const youtube = {
  id: 'youtube',
  name: 'YouTube',
  kind: 'social',
  matches: ['https://www.youtube.com/*', 'https://m.youtube.com/*', 'https://studio.youtube.com/*'],
  audience: sourced('everyone', 'YouTube’s help: videos of creators of 18 and older are public by default', null),
  privacyPage: sourced('https://studio.youtube.com/', 'YouTube’s help: in YouTube Studio, under Content', null),
  steps: ['steps.video-visibility'],
  copies: unchecked('unknown'),
} as const satisfies Site
