import { type Site, secondHand, unchecked } from './site'

export const tumblr = {
  id: 'tumblr',
  name: 'Tumblr',
  kind: 'social',
  matches: ['https://*.tumblr.com/*'],
  audience: unchecked('everyone'),
  privacyPage: unchecked('https://www.tumblr.com/settings/privacy'),
  steps: ['steps.open-page', 'steps.look-who', 'steps.choose-people'],
  copies: secondHand('kept', 'Apogee Photo, quoting the IPTC tests', '2013'),
} as const satisfies Site
