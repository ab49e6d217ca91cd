import { byNature, type Site, sourced, unchecked } from './site'

export const messenger = {
  id: 'messenger',
  name: 'Messenger',
  kind: 'messenger',
  matches: ['https://*.messenger.com/*'],
  audience: byNature('recipients'),
  privacyPage: byNature(null),
  steps: ['steps.recipients', 'steps.group-saves', 'steps.file-mode'],
  copies: sourced(
    'stripped',
    'Peer-reviewed study at Lovely Professional University (DOI 10.70322/plfs.2025.10006)',
    '2025-06-18',
  ),
  fileModeKeeps: unchecked(true),
} as const satisfies Site
