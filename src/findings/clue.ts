import type { Detail } from './finding'

type Role<Kind extends Detail['kind']> = Extract<Detail, { kind: Kind; role: unknown }>['role']

/** What one field of one block says, before the fields that say the same thing are brought together. */
export type Statement =
  | { readonly type: 'position'; readonly latitude: number; readonly longitude: number; readonly altitude?: number }
  /** `size` orders names from small to large: 0 a sight or street, 1 a quarter, 2 a town, 3 a state, 4 a country, 5 a region of the world. */
  | { readonly type: 'place-name'; readonly text: string; readonly size: 0 | 1 | 2 | 3 | 4 | 5 }
  | { readonly type: 'person'; readonly text: string; readonly role: Role<'people'> }
  /** As written in the file; `offset` from UTC where a field of its own carries it. */
  | { readonly type: 'time'; readonly text: string; readonly offset?: string; readonly event: TimeEvent }
  | { readonly type: 'words'; readonly text: string; readonly role: Role<'words'> }
  | { readonly type: 'make'; readonly text: string }
  | { readonly type: 'model'; readonly text: string }
  | { readonly type: 'serial'; readonly text: string }
  | { readonly type: 'software'; readonly text: string }
  | { readonly type: 'provenance' }
  /** `picture` is absent where it is bare pixels, which nothing can show as they are. */
  | { readonly type: 'picture'; readonly role: Role<'hidden-picture'>; readonly picture?: Blob }
  | { readonly type: 'video'; readonly video: Blob }
  /** A text under a name that no table lists: what it says is judged by its name and its value before anything is concluded. */
  | { readonly type: 'unlisted'; readonly name: string; readonly text: string }
  | { readonly type: 'unknown'; readonly label: string; readonly bytes: number }

/** `made` is when the film or file came to be; for a photo fresh from the camera the same as `taken`. */
export type TimeEvent = 'taken' | 'satellite' | 'made' | 'changed'

/** `source` names the block it was read from, in the field's terms: 'Exif GPS', 'XMP', 'IPTC-IIM'. */
export type Clue = Statement & { readonly source: string }

/** No block of a real photo says as much; what comes after so many clues is not read. */
export const MAX_CLUES = 5000

export type ClueOf<S extends Statement['type']> = Extract<Clue, { type: S }>

/** Returns the clues of the wanted types, in file order. */
export function ofType<S extends Statement['type']>(clues: readonly Clue[], ...wanted: S[]): ClueOf<S>[] {
  return clues.filter((clue): clue is ClueOf<S> => wanted.some((type) => type === clue.type))
}

/** The sources of clues that say the same thing, each once. */
export function sourcesOf(clues: readonly Clue[]): string {
  return [...new Set(clues.map((clue) => clue.source))].join(', ')
}
