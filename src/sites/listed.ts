import { bluesky } from './bluesky'
import { facebook } from './facebook'
import { instagram } from './instagram'
import type { Site } from './site'
import { tiktok } from './tiktok'
import { x } from './x'

/** Every place that is watched from the start. */
export const LISTED = [instagram, facebook, x, tiktok, bluesky] as const satisfies readonly Site[]

export type SiteId = (typeof LISTED)[number]['id']
