import { byNature, type Site, secondHand } from './site'

export const tweedehands = {
  id: '2dehands',
  name: '2dehands / 2ememain',
  kind: 'adverts',
  matches: ['https://*.2dehands.be/*', 'https://*.2ememain.be/*'],
  audience: byNature('everyone'),
  alwaysPublic: true,
  privacyPage: byNature(null),
  steps: ['steps.advert-public', 'steps.advert-thing'],
  copies: secondHand('kept', 'One tool maker, on marketplaces in general', '2026-02'),
} as const satisfies Site
