import { type Site, sourced } from './site'

export const bluesky = {
  id: 'bluesky',
  name: 'Bluesky',
  kind: 'social',
  matches: ['https://bsky.app/*'],
  audience: sourced('everyone', 'Bluesky’s own list of open requests (no private accounts)', null),
  alwaysPublic: true,
  privacyPage: sourced(null, 'Bluesky’s own list of open requests (no private accounts)', null),
  steps: ['site.bluesky.step1'],
  copies: sourced('stripped', 'The Bluesky team, on public copies; the server may keep the original', '2023-01-27'),
} as const satisfies Site
