import { type Site, sourced, unchecked } from './site'

export const snapchat = {
  id: 'snapchat',
  name: 'Snapchat',
  kind: 'social',
  matches: ['https://*.snapchat.com/*'],
  audience: sourced('friends', 'Snapchat’s help page on who sees My Story', null),
  privacyPage: unchecked(null),
  steps: ['steps.app-settings', 'steps.recipients'],
  copies: sourced(
    'stripped',
    'Peer-reviewed study at Lovely Professional University (DOI 10.70322/plfs.2025.10006)',
    '2025-06-18',
  ),
} as const satisfies Site
