import { type Site, secondHand, sourced } from './site'

export const tiktok = {
  id: 'tiktok',
  name: 'TikTok',
  kind: 'social',
  matches: ['https://*.tiktok.com/*'],
  audience: secondHand('everyone', 'Press reports on accounts of adults', null),
  privacyPage: sourced('https://www.tiktok.com/setting?activeTab=privacy', 'Public code', null),
  steps: ['site.tiktok.step1', 'site.tiktok.step2', 'site.tiktok.step3'],
  copies: secondHand('stripped', 'Comparison tables of tool makers', '2026'),
} as const satisfies Site
