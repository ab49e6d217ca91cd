import { byNature, type Site, sourced } from './site'

export const gmail = {
  id: 'gmail',
  name: 'Gmail',
  kind: 'mail',
  matches: ['https://mail.google.com/*'],
  audience: byNature('recipients'),
  privacyPage: byNature(null),
  steps: ['steps.mail-keeps', 'steps.mail-addresses'],
  copies: sourced(
    'kept',
    'Peer-reviewed study at Lovely Professional University (DOI 10.70322/plfs.2025.10006)',
    '2025-06-18',
  ),
} as const satisfies Site
