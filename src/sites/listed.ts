import { bluesky } from './bluesky'
import { classdojo } from './classdojo'
import { discord } from './discord'
import { ent } from './ent'
import { facebook } from './facebook'
import { famileo } from './famileo'
import { familyAlbum } from './family-album'
import { flickr } from './flickr'
import { gimme } from './gimme'
import { gmail } from './gmail'
import { googlePhotos } from './google-photos'
import { icloud } from './icloud'
import { imgur } from './imgur'
import { instagram } from './instagram'
import { klassly } from './klassly'
import { konnect } from './konnect'
import { leboncoin } from './leboncoin'
import { linkedin } from './linkedin'
import { MASTODON } from './mastodon'
import { messenger } from './messenger'
import { nextdoor } from './nextdoor'
import { outlook } from './outlook'
import { parro } from './parro'
import { pinterest } from './pinterest'
import { pronote } from './pronote'
import { reddit } from './reddit'
import { seesaw } from './seesaw'
import type { Site } from './site'
import { smartschool } from './smartschool'
import { snapchat } from './snapchat'
import { socialSchools } from './social-schools'
import { telegram } from './telegram'
import { threads } from './threads'
import { tiktok } from './tiktok'
import { tinybeans } from './tinybeans'
import { toutemonannee } from './toutemonannee'
import { tumblr } from './tumblr'
import { tweedehands } from './tweedehands'
import { vinted } from './vinted'
import { vk } from './vk'
import { whatsapp } from './whatsapp'
import { x } from './x'
import { youtube } from './youtube'

const PLACES = [
  instagram,
  facebook,
  threads,
  messenger,
  whatsapp,
  x,
  tiktok,
  snapchat,
  youtube,
  reddit,
  pinterest,
  linkedin,
  bluesky,
  ...MASTODON,
  tumblr,
  flickr,
  telegram,
  discord,
  vk,
  imgur,
  nextdoor,
  vinted,
  leboncoin,
  tweedehands,
  googlePhotos,
  icloud,
  gmail,
  outlook,
  klassly,
  toutemonannee,
  pronote,
  ent,
  seesaw,
  classdojo,
  smartschool,
  parro,
  socialSchools,
  konnect,
  gimme,
  famileo,
  familyAlbum,
  tinybeans,
] as const satisfies readonly Site[]

/** Every place that is watched from the start. */
export const LISTED: readonly Site[] = PLACES

export type SiteId = (typeof PLACES)[number]['id']
