import { byNature, type Site, sourced, unchecked } from './site'

export const telegram = {
  id: 'telegram',
  name: 'Telegram',
  kind: 'messenger',
  matches: ['https://web.telegram.org/*'],
  audience: unchecked('depends'),
  privacyPage: byNature(null),
  steps: ['steps.recipients', 'steps.group-saves', 'steps.telegram-file'],
  copies: sourced('stripped', 'CloudGallery developers, on the copy that can be downloaded', '2026-03-12'),
  fileModeKeeps: sourced(true, 'A maintainer of Telegram Desktop; Bellingcat tested the same on the web', '2022-12-08'),
} as const satisfies Site
