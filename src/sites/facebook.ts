import { type Site, secondHand, sourced } from './site'

export const facebook = {
  id: 'facebook',
  name: 'Facebook',
  kind: 'social',
  matches: ['https://*.facebook.com/*'],
  audience: secondHand(
    'friends',
    'Reuters, quoting Facebook on first posts; later posts keep the last choice',
    '2014-05-22',
  ),
  privacyPage: sourced('https://www.facebook.com/privacy/checkup/', 'Public code', null),
  steps: ['site.facebook.step1', 'site.facebook.step2', 'site.facebook.step3'],
  copies: sourced('stripped', 'IPTC Photo Metadata Working Group: all but a few rights fields', '2019'),
} as const satisfies Site
