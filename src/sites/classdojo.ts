import { type Site, sourced, unchecked } from './site'

export const classdojo = {
  id: 'classdojo',
  name: 'ClassDojo',
  kind: 'school',
  matches: ['https://*.classdojo.com/*'],
  audience: sourced('class', 'ClassDojo’s help: nobody else can see a Class Story', null),
  privacyPage: unchecked(null),
  steps: ['steps.class-who', 'steps.class-ask'],
  copies: unchecked('unknown'),
} as const satisfies Site
