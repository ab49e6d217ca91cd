import { type Site, unchecked } from './site'

/** The digital work spaces of French schools, each under an address of its region. */
export const ent = {
  id: 'ent',
  name: 'ENT',
  kind: 'school',
  matches: [
    'https://*.monlycee.net/*',
    'https://*.parisclassenumerique.fr/*',
    'https://*.monbureaunumerique.fr/*',
    'https://*.enthdf.fr/*',
    'https://*.e-lyco.fr/*',
    'https://*.toutatice.fr/*',
    'https://*.lyceeconnecte.fr/*',
    'https://*.mon-ent-occitanie.fr/*',
    'https://*.ent.auvergnerhonealpes.fr/*',
    'https://*.l-educdenormandie.fr/*',
    'https://*.eclat-bfc.fr/*',
    'https://*.beneylu.com/*',
  ],
  audience: unchecked('class'),
  privacyPage: unchecked(null),
  steps: ['steps.class-who', 'steps.class-ask'],
  copies: unchecked('unknown'),
} as const satisfies Site
