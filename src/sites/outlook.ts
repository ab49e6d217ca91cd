import { byNature, type Site, sourced } from './site'

export const outlook = {
  id: 'outlook',
  name: 'Outlook',
  kind: 'mail',
  matches: [
    'https://outlook.live.com/*',
    'https://outlook.office.com/*',
    'https://outlook.office365.com/*',
    'https://outlook.cloud.microsoft/*',
  ],
  audience: byNature('recipients'),
  privacyPage: byNature(null),
  steps: ['steps.mail-keeps', 'steps.mail-addresses'],
  copies: sourced(
    'kept',
    'Peer-reviewed study at Lovely Professional University (DOI 10.70322/plfs.2025.10006)',
    '2025-06-18',
  ),
} as const satisfies Site
