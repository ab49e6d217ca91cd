import { type Site, sourced, unchecked } from './site'

export const klassly = {
  id: 'klassly',
  name: 'Klassly',
  kind: 'school',
  // Public code signs in and fetches photos at klass.ly.
  matches: ['https://*.klass.ly/*', 'https://*.klassly.com/*', 'https://*.klassroom.co/*'],
  audience: sourced('class', 'Klassroom’s privacy page: the teacher lets each parent in', null),
  privacyPage: unchecked(null),
  steps: ['steps.class-who', 'steps.class-ask'],
  copies: unchecked('unknown'),
} as const satisfies Site
