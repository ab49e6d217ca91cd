import { type Site, secondHand, sourced } from './site'

export const instagram = {
  id: 'instagram',
  name: 'Instagram',
  kind: 'social',
  matches: ['https://*.instagram.com/*'],
  audience: secondHand('everyone', 'UK Safer Internet Centre, on new profiles', null),
  privacyPage: sourced('https://www.instagram.com/accounts/privacy_and_security/', 'Public code', '2026'),
  steps: ['site.instagram.step1', 'site.instagram.step2', 'site.instagram.step3'],
  copies: secondHand('stripped', 'Comparison tables of tool makers', '2026'),
} as const satisfies Site
