import { type Site, secondHand, unchecked } from './site'

export const discord = {
  id: 'discord',
  name: 'Discord',
  kind: 'messenger',
  matches: ['https://*.discord.com/*'],
  audience: unchecked('depends'),
  privacyPage: unchecked(null),
  steps: ['steps.channel', 'steps.group-saves'],
  copies: secondHand('unknown', 'Comparison tables of tool makers, which contradict each other', '2026-06'),
} as const satisfies Site
