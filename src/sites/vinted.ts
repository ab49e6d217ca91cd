import { byNature, type Site, secondHand } from './site'

export const vinted = {
  id: 'vinted',
  name: 'Vinted',
  kind: 'adverts',
  matches: [
    'https://*.vinted.fr/*',
    'https://*.vinted.be/*',
    'https://*.vinted.nl/*',
    'https://*.vinted.lu/*',
    'https://*.vinted.de/*',
    'https://*.vinted.at/*',
    'https://*.vinted.es/*',
    'https://*.vinted.it/*',
    'https://*.vinted.pt/*',
    'https://*.vinted.com/*',
    'https://*.vinted.pl/*',
    'https://*.vinted.ie/*',
    'https://*.vinted.co.uk/*',
  ],
  audience: byNature('everyone'),
  alwaysPublic: true,
  privacyPage: byNature(null),
  steps: ['steps.advert-public', 'steps.advert-thing'],
  copies: secondHand('kept', 'One tool maker, on marketplaces in general', '2026-02'),
} as const satisfies Site
