import type { Reader } from '../../bridge/audience'
import { readBluesky } from './bluesky'
import { readFacebook } from './facebook'
import { readInstagram } from './instagram'
import { readLinkedin } from './linkedin'
import { readMastodon } from './mastodon'
import { readTiktok } from './tiktok'
import { readX } from './x'

const READERS: Readonly<Record<string, Reader>> = {
  bluesky: readBluesky,
  facebook: readFacebook,
  instagram: readInstagram,
  linkedin: readLinkedin,
  tiktok: readTiktok,
  x: readX,
}

/** The reader for a place's pages, by its id; null where no marker is known. */
export function readerOf(siteId: string): Reader | null {
  if (siteId.startsWith('mastodon-')) return readMastodon
  return Object.hasOwn(READERS, siteId) ? (READERS[siteId] ?? null) : null
}
