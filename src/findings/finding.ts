export type FindingKind =
  | 'place'
  | 'people'
  | 'time'
  | 'words'
  | 'hidden-picture'
  | 'hidden-video'
  | 'device'
  | 'history'
  | 'file-name'
  | 'unknown'

export type Severity = 'high' | 'medium' | 'low'

/** In a parent's order, most telling first. */
export const KINDS: readonly FindingKind[] = [
  'place',
  'people',
  'time',
  'words',
  'hidden-picture',
  'hidden-video',
  'device',
  'history',
  'file-name',
  'unknown',
]

/** What the photo says, as values; `words/` makes the sentence. Every string is as found in the file: show it as text, never as HTML. */
export type Detail =
  | {
      readonly kind: 'place'
      /** WGS 84 degrees, north and east positive. */
      readonly position?: { readonly latitude: number; readonly longitude: number }
      /** Metres above sea level. */
      readonly altitude?: number
      /** Names of places in the file, from small to large: ['Parc de la Tête d’Or', 'Lyon', 'France']. */
      readonly names: readonly string[]
    }
  | { readonly kind: 'people'; readonly names: readonly string[]; readonly role: 'shown' | 'author' | 'owner' | 'face' }
  /**
   * `local` is ISO 8601 without zone, as the camera's clock showed it: '2025-06-14T15:42:10', or a date alone. `offset` is
   * that clock's distance from UTC: '+02:00'; 'Z' says that `local` is UTC. `event` is absent where the file does not say what happened then.
   */
  | { readonly kind: 'time'; readonly local: string; readonly offset?: string; readonly event?: 'taken' | 'changed' }
  | {
      readonly kind: 'words'
      readonly text: string
      readonly role: 'caption' | 'keywords' | 'comment' | 'prompt' | 'rights'
    }
  | {
      readonly kind: 'hidden-picture'
      readonly role: 'thumbnail' | 'preview' | 'second-image' | 'depth'
      readonly picture?: Blob
    }
  | { readonly kind: 'hidden-video'; readonly video?: Blob }
  | { readonly kind: 'device'; readonly model?: string; readonly serials: readonly string[] }
  | { readonly kind: 'history'; readonly software: readonly string[]; readonly provenance: boolean }
  | { readonly kind: 'file-name'; readonly name: string }
  | { readonly kind: 'unknown'; readonly label: string; readonly bytes: number }

/** One thing a photo says about a person. */
export type Finding = Detail & {
  readonly severity: Severity
  /** Where it was read, in the field's terms, for the details view and the command line: 'Exif GPS', 'XMP', 'IPTC-IIM'. */
  readonly source: string
}
