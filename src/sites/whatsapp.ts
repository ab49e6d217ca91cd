import { byNature, type Site, sourced } from './site'

export const whatsapp = {
  id: 'whatsapp',
  name: 'WhatsApp',
  kind: 'messenger',
  matches: ['https://web.whatsapp.com/*'],
  audience: byNature('recipients'),
  privacyPage: byNature(null),
  steps: ['steps.recipients', 'steps.group-saves', 'steps.document-mode'],
  copies: sourced(
    'stripped',
    'Peer-reviewed study at Lovely Professional University (DOI 10.70322/plfs.2025.10006)',
    '2025-06-18',
  ),
  fileModeKeeps: sourced(
    true,
    'Peer-reviewed study at Lovely Professional University (DOI 10.70322/plfs.2025.10006)',
    '2025-06-18',
  ),
} as const satisfies Site
