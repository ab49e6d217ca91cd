import { byNature, type Site, secondHand } from './site'

export const leboncoin = {
  id: 'leboncoin',
  name: 'leboncoin',
  kind: 'adverts',
  matches: ['https://*.leboncoin.fr/*'],
  audience: byNature('everyone'),
  alwaysPublic: true,
  privacyPage: byNature(null),
  steps: ['steps.advert-public', 'steps.advert-thing'],
  copies: secondHand('kept', 'One tool maker, on marketplaces in general', '2026-02'),
} as const satisfies Site
