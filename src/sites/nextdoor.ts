import { type Site, unchecked } from './site'

export const nextdoor = {
  id: 'nextdoor',
  name: 'Nextdoor',
  kind: 'social',
  matches: [
    'https://*.nextdoor.com/*',
    'https://*.nextdoor.fr/*',
    'https://*.nextdoor.nl/*',
    'https://*.nextdoor.de/*',
    'https://*.nextdoor.it/*',
    'https://*.nextdoor.es/*',
    'https://*.nextdoor.co.uk/*',
  ],
  audience: unchecked('neighbours'),
  privacyPage: unchecked('https://nextdoor.com/settings/'),
  steps: ['steps.per-post', 'steps.neighbours'],
  copies: unchecked('unknown'),
} as const satisfies Site
