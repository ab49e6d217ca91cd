import { type Site, sourced } from './site'

export const flickr = {
  id: 'flickr',
  name: 'Flickr',
  kind: 'album',
  matches: ['https://*.flickr.com/*'],
  audience: sourced('everyone', 'Flickr’s privacy page, archived', '2017-01-25'),
  privacyPage: sourced('https://www.flickr.com/account/privacy', 'Public code', null),
  steps: ['steps.open-page', 'steps.per-photo'],
  copies: sourced('kept', 'Lawson, thesis at the University of Colorado Denver', '2017-11-30'),
} as const satisfies Site
