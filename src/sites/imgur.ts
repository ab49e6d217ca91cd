import { type Site, sourced, unchecked } from './site'

export const imgur = {
  id: 'imgur',
  name: 'Imgur',
  kind: 'social',
  matches: ['https://*.imgur.com/*'],
  audience: sourced('everyone', 'Imgur’s help page on the privacy of posts: “Public” is the default', null),
  privacyPage: unchecked(null),
  steps: ['steps.imgur-hidden'],
  copies: sourced('stripped', 'Imgur’s help page on the privacy of posts', null),
} as const satisfies Site
