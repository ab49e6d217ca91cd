/** What a service is for. `worried` is for people worried about sexual thoughts or behaviour, their own or somebody else's: it is shown apart. */
export type Purpose = 'talk' | 'report' | 'urgent' | 'worried'

export interface Service {
  readonly purpose: Purpose
  /** As the service writes its own name. */
  readonly name: string
  /** As dialled inside the country; absent when there is only a site. */
  readonly phone?: string
  /** A host and path, without scheme; opened with https. */
  readonly site?: string
  /** Who said so, and when: an ISO year, month or day; null when the page is undated. */
  readonly source: string
  readonly asOf: string | null
}

/** ISO 3166-1 alpha-2. */
export type Country = keyof typeof HELPLINES

/** Only what an official page, the service itself or the client's own documents say is printed. */
export const HELPLINES = {
  FR: [
    { purpose: 'talk', name: '3018', phone: '3018', site: '3018.fr', source: 'service-public.fr', asOf: null },
    {
      purpose: 'talk',
      name: 'Allô enfance en danger',
      phone: '119',
      source: 'info.gouv.fr',
      asOf: '2023-09-22',
    },
    {
      purpose: 'talk',
      name: 'Je protège mon enfant',
      site: 'jeprotegemonenfant.gouv.fr',
      source: 'Fondation pour l’Enfance',
      asOf: '2024-10',
    },
    {
      purpose: 'report',
      name: 'PHAROS',
      site: 'internet-signalement.gouv.fr',
      source: 'service-public.gouv.fr',
      asOf: '2025-09-22',
    },
    {
      purpose: 'report',
      name: 'Point de Contact',
      site: 'www.pointdecontact.net',
      source: 'pointdecontact.net',
      asOf: null,
    },
    { purpose: 'urgent', name: '112', phone: '112', source: 'Directive (EU) 2018/1972, Art. 109', asOf: '2018-12-11' },
    {
      purpose: 'worried',
      name: 'S.T.O.P.',
      phone: '0 806 23 10 63',
      source: 'Fondation pour l’Enfance',
      asOf: '2024-10',
    },
  ],
  BE: [
    { purpose: 'talk', name: 'Child Focus', phone: '116 000', source: 'betterinternetforkids.eu', asOf: '2023-03' },
    { purpose: 'talk', name: 'Écoute-Enfants', phone: '103', source: 'dgde.cfwb.be', asOf: null },
    { purpose: 'talk', name: '1712', phone: '1712', site: '1712.be', source: '1712.be', asOf: null },
    { purpose: 'report', name: 'Child Focus', site: 'www.stopchildporno.be', source: 'childfocus.be', asOf: null },
    { purpose: 'urgent', name: 'Police', phone: '101', source: '1712.be', asOf: null },
    { purpose: 'urgent', name: '112', phone: '112', source: '1712.be', asOf: null },
    { purpose: 'worried', name: 'SéOS', phone: '0800 200 99', site: 'www.seos.be', source: 'RTBF', asOf: '2023-02' },
    {
      purpose: 'worried',
      name: 'Stop it Now! Brussels',
      phone: '0800 14 112',
      site: 'stopitnow.brussels',
      source: 'stopitnow.brussels',
      asOf: null,
    },
  ],
  LU: [
    {
      purpose: 'talk',
      name: 'BEE SECURE Helpline',
      phone: '8002 1234',
      site: 'www.bee-secure.lu',
      source: 'cybersecurity.lu',
      asOf: null,
    },
    {
      purpose: 'talk',
      name: 'Kanner-Jugendtelefon',
      phone: '116 111',
      site: 'www.kjt.lu',
      source: 'kjt.lu',
      asOf: null,
    },
    {
      purpose: 'report',
      name: 'BEE SECURE Stopline',
      site: 'stopline.bee-secure.lu',
      source: 'stopline.bee-secure.lu',
      asOf: null,
    },
    { purpose: 'urgent', name: '112', phone: '112', source: 'Directive (EU) 2018/1972, Art. 109', asOf: '2018-12-11' },
  ],
  CH: [
    { purpose: 'talk', name: 'Pro Juventute', phone: '147', source: 'bsv.admin.ch', asOf: null },
    {
      purpose: 'talk',
      name: 'Pro Juventute Elternberatung',
      phone: '058 261 61 61',
      site: 'www.projuventute.ch',
      source: 'Fürstentum Liechtenstein',
      asOf: '2022-09',
    },
    { purpose: 'report', name: 'clickandstop', site: 'clickandstop.ch', source: 'kinderschutz.ch', asOf: '2022-04-04' },
    { purpose: 'urgent', name: 'Polizei, police, polizia', phone: '117', source: 'stadt-zuerich.ch', asOf: null },
    { purpose: 'urgent', name: '112', phone: '112', source: 'srf.ch', asOf: null },
    {
      purpose: 'worried',
      name: 'Kein Täter werden Schweiz',
      site: 'kein-taeter-werden.ch',
      source: 'kein-taeter-werden.ch',
      asOf: '2025-04-11',
    },
  ],
  NL: [
    {
      purpose: 'talk',
      name: 'Helpwanted (Offlimits)',
      phone: '020 261 52 75',
      site: 'helpwanted.nl',
      source: 'helpwanted.nl',
      asOf: null,
    },
    { purpose: 'talk', name: 'Veilig Thuis', phone: '0800 2000', source: 'meldpunt-kinderporno.nl', asOf: null },
    {
      purpose: 'report',
      name: 'Meldpunt Kinderporno (Offlimits)',
      site: 'meldpunt-kinderporno.nl',
      source: 'meldpunt-kinderporno.nl',
      asOf: null,
    },
    { purpose: 'urgent', name: 'Politie', phone: '112', source: 'meldpunt-kinderporno.nl', asOf: null },
    {
      purpose: 'worried',
      name: 'Stop it Now!',
      phone: '0800 266 64 36',
      source: 'downloaders.stopitnow.nl',
      asOf: null,
    },
  ],
  DE: [
    {
      purpose: 'talk',
      name: 'Elterntelefon (Nummer gegen Kummer)',
      phone: '0800 111 0 550',
      site: 'www.nummergegenkummer.de',
      source: 'Nummer gegen Kummer',
      asOf: '2021-03-24',
    },
    {
      purpose: 'talk',
      name: 'Hilfe-Telefon Sexueller Missbrauch',
      phone: '0800 22 55 530',
      source: 'bundesregierung.de',
      asOf: '2024',
    },
    {
      purpose: 'talk',
      name: 'klicksafe',
      site: 'www.klicksafe.de',
      source: 'better-internet-for-kids.europa.eu',
      asOf: '2026-01',
    },
    {
      purpose: 'report',
      name: 'Internet-Beschwerdestelle',
      site: 'www.internet-beschwerdestelle.de',
      source: 'better-internet-for-kids.europa.eu',
      asOf: '2026-01',
    },
    {
      purpose: 'report',
      name: 'jugendschutz.net',
      site: 'www.jugendschutz.net',
      source: 'better-internet-for-kids.europa.eu',
      asOf: '2026-01',
    },
    { purpose: 'urgent', name: '112', phone: '112', source: 'Directive (EU) 2018/1972, Art. 109', asOf: '2018-12-11' },
    {
      purpose: 'worried',
      name: 'Kein Täter werden',
      site: 'www.kein-taeter-werden.de',
      source: 'Ministerium für Arbeit, Soziales und Integration Sachsen-Anhalt',
      asOf: '2018-11-29',
    },
  ],
  GB: [
    {
      purpose: 'talk',
      name: 'NSPCC Helpline',
      phone: '0808 800 5000',
      site: 'www.nspcc.org.uk',
      source: 'nspcc.org.uk',
      asOf: null,
    },
    {
      purpose: 'report',
      name: 'Report Remove (Childline, IWF)',
      site: 'www.childline.org.uk',
      source: 'saferinternet.org.uk',
      asOf: '2021-06-22',
    },
    {
      purpose: 'report',
      name: 'Internet Watch Foundation',
      site: 'www.iwf.org.uk',
      source: 'ofcom.org.uk',
      asOf: null,
    },
    { purpose: 'report', name: 'CEOP', site: 'www.ceop.police.uk', source: 'ceop.police.uk', asOf: null },
    { purpose: 'urgent', name: 'Police', phone: '999', source: 'nottinghamshire.police.uk', asOf: null },
    {
      purpose: 'worried',
      name: 'Stop It Now',
      phone: '0808 1000 900',
      site: 'www.stopitnow.org.uk/helpline',
      source: 'stopitnow.org.uk',
      asOf: null,
    },
  ],
  IE: [
    { purpose: 'talk', name: 'Childline (ISPCC)', site: 'www.ispcc.ie', source: 'ispcc.ie', asOf: null },
    { purpose: 'report', name: 'Hotline.ie', site: 'hotline.ie/report', source: 'hotline.ie', asOf: null },
    { purpose: 'urgent', name: '112', phone: '112', source: 'Directive (EU) 2018/1972, Art. 109', asOf: '2018-12-11' },
    {
      purpose: 'worried',
      name: 'Stop It Now',
      phone: '+44 1372 847 161',
      site: 'www.stopitnow.org.uk/helpline',
      source: 'stopitnow.org.uk',
      asOf: null,
    },
  ],
  ES: [
    { purpose: 'talk', name: 'INCIBE', phone: '017', site: 'www.incibe.es', source: 'incibe.es', asOf: null },
    { purpose: 'talk', name: 'Fundación ANAR', phone: '600 50 51 52', source: 'injuve.es', asOf: '2014-02-24' },
    {
      purpose: 'report',
      name: 'Canal Prioritario (AEPD)',
      site: 'www.aepd.es/canalprioritario',
      source: 'lalfas.es',
      asOf: null,
    },
    { purpose: 'urgent', name: '112', phone: '112', source: 'Directive (EU) 2018/1972, Art. 109', asOf: '2018-12-11' },
  ],
  IT: [
    {
      purpose: 'talk',
      name: 'Telefono Azzurro',
      phone: '19696',
      site: 'azzurro.it',
      source: 'azzurro.it',
      asOf: null,
    },
    {
      purpose: 'report',
      name: 'Clicca e Segnala (Telefono Azzurro)',
      site: 'azzurro.it/clicca-e-segnala',
      source: 'azzurro.it',
      asOf: null,
    },
    {
      purpose: 'urgent',
      name: '114 Emergenza Infanzia',
      phone: '114',
      site: 'www.114.it',
      source: '114.it',
      asOf: null,
    },
    { purpose: 'urgent', name: '112', phone: '112', source: 'Directive (EU) 2018/1972, Art. 109', asOf: '2018-12-11' },
  ],
  PT: [
    {
      purpose: 'talk',
      name: 'Linha Internet Segura (APAV)',
      phone: '800 21 90 90',
      source: 'apav.pt',
      asOf: '2021-02',
    },
    {
      purpose: 'talk',
      name: 'SOS-Criança (IAC)',
      phone: '116 111',
      site: 'iacrianca.pt',
      source: 'iacrianca.pt',
      asOf: null,
    },
    {
      purpose: 'report',
      name: 'Centro Internet Segura',
      site: 'www.internetsegura.pt',
      source: 'betterinternetforkids.eu',
      asOf: null,
    },
    { purpose: 'urgent', name: '112', phone: '112', source: 'Directive (EU) 2018/1972, Art. 109', asOf: '2018-12-11' },
  ],
  US: [
    {
      purpose: 'talk',
      name: 'Childhelp National Child Abuse Hotline',
      phone: '1-800-422-4453',
      site: 'childhelphotline.org',
      source: 'Childhelp, Hotline Impact Report',
      asOf: '2018-01',
    },
    {
      purpose: 'report',
      name: 'CyberTipline (NCMEC)',
      phone: '1-800-843-5678',
      site: 'report.cybertip.org',
      source: 'report.cybertip.org',
      asOf: null,
    },
    {
      purpose: 'report',
      name: 'Take It Down (NCMEC)',
      site: 'takeitdown.ncmec.org',
      source: 'takeitdown.ncmec.org',
      asOf: null,
    },
    { purpose: 'urgent', name: '911', phone: '911', source: '911.gov', asOf: null },
    {
      purpose: 'worried',
      name: 'Stop It Now!',
      phone: '1-888-773-8368',
      site: 'www.stopitnow.org',
      source: 'stopitnow.org',
      asOf: null,
    },
  ],
  CA: [
    {
      purpose: 'talk',
      name: 'Kids Help Phone',
      phone: '1-800-668-6868',
      site: 'kidshelpphone.ca',
      source: 'org.kidshelpphone.ca',
      asOf: null,
    },
    {
      purpose: 'report',
      name: 'Cybertip.ca',
      phone: '1-866-658-9022',
      site: 'www.cybertip.ca',
      source: 'protectkidsonline.ca',
      asOf: null,
    },
    { purpose: 'urgent', name: '911', phone: '911', source: 'alberta.ca', asOf: null },
    {
      purpose: 'worried',
      name: 'Talking for Change',
      site: 'talkingforchange.ca',
      source: 'talkingforchange.ca',
      asOf: null,
    },
  ],
  AU: [
    {
      purpose: 'talk',
      name: 'Kids Helpline',
      phone: '1800 55 1800',
      site: 'kidshelpline.com.au',
      source: 'Hansard, House of Representatives',
      asOf: '2023-03-20',
    },
    {
      purpose: 'report',
      name: 'eSafety Commissioner',
      site: 'www.esafety.gov.au',
      source: 'esafety.gov.au',
      asOf: null,
    },
    { purpose: 'report', name: 'ACCCE', site: 'www.accce.gov.au', source: 'accce.gov.au', asOf: null },
    { purpose: 'urgent', name: 'Triple Zero', phone: '000', source: 'cfs.sa.gov.au', asOf: null },
    {
      purpose: 'worried',
      name: 'Stop It Now! Australia',
      phone: '1800 01 1800',
      site: 'www.stopitnow.org.au',
      source: 'stopitnow.org.au',
      asOf: null,
    },
  ],
} as const satisfies Record<string, readonly Service[]>

/** In the order of the countries' list above. */
export const COUNTRIES = Object.keys(HELPLINES) as Country[]

/** Lists the Safer Internet Centre of every country of the European Union. */
export const EUROPEAN_DIRECTORY = 'better-internet-for-kids.europa.eu'

/** When entries were last looked for, as ISO day; when each was true, its own source says. */
export const READ_ON = '2026-11-27'

/** Returns the country of the first preferred language that names one: 'fr-BE' → 'BE'; null where none does, or one whose lines we do not know. */
export function countryOf(preferred: readonly string[]): Country | null {
  const region = preferred.map((language) => new Intl.Locale(language).region).find(Boolean)
  return COUNTRIES.find((country) => country === region) ?? null
}

const MAX_AGE_DAYS = 365

/** Tells whether the list is too old to be relied on without a second look. */
export function isOld(now: Date): boolean {
  return now.getTime() - new Date(READ_ON).getTime() > MAX_AGE_DAYS * 24 * 60 * 60 * 1000
}
