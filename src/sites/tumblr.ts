import { type Site, secondHand, sourced, unchecked } from './site'

export const tumblr = {
  id: 'tumblr',
  name: 'Tumblr',
  kind: 'social',
  matches: ['https://*.tumblr.com/*'],
  audience: sourced('everyone', 'Tumblr’s privacy policy: by default, all sharing is public', '2020-11-10'),
  privacyPage: unchecked('https://www.tumblr.com/settings/privacy'),
  steps: ['steps.open-page', 'steps.look-who', 'steps.choose-people'],
  copies: secondHand('kept', 'Apogee Photo, quoting the IPTC tests', '2013'),
} as const satisfies Site
