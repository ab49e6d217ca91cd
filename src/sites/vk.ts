import { type Site, sourced, unchecked } from './site'

export const vk = {
  id: 'vk',
  name: 'VK',
  kind: 'social',
  matches: ['https://*.vk.com/*'],
  audience: unchecked('everyone'),
  privacyPage: sourced('https://vk.com/settings?act=privacy', 'Public code', null),
  steps: ['steps.open-page', 'steps.look-who', 'steps.choose-people'],
  copies: unchecked('unknown'),
} as const satisfies Site
