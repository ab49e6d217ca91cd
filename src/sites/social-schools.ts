import { type Site, sourced, unchecked } from './site'

export const socialSchools = {
  id: 'social-schools',
  name: 'Social Schools',
  kind: 'school',
  matches: ['https://*.socialschools.eu/*', 'https://*.socialschools.nl/*'],
  audience: sourced('class', 'Social Schools’ privacy statement', null),
  privacyPage: unchecked(null),
  steps: ['steps.class-who', 'steps.class-ask'],
  copies: unchecked('unknown'),
} as const satisfies Site
