import { areFiles, isRecord, isWay, type Way } from './verdict'

/**
 * Page world (MAIN) ⇄ guard (ISOLATED), over one MessagePort. The guard hands it over by an event of this type at
 * document_start, before any page script runs; its data is what the browser's own confirm() says, should the extension be
 * gone when a photo is held. Later events of this type are SubmitEvents: their `submitter` is an
 * input in a closed shadow root, which only the guard can look into.
 */
export const PORT_EVENT = 'pausephoto'

export type FromPageWorld =
  /** A picker is about to open: the pause page may load now. */
  | { readonly type: 'warm' }
  /** The document was opened anew, which takes every listener off the window, in every world. */
  | { readonly type: 'open' }
  | { readonly type: 'hold'; readonly id: number; readonly way: Way; readonly files: readonly File[] }
  /**
   * Asks for what the page may have of something that cannot be read in its own world without its hearing of it. From a
   * picker: one file's handle, a folder's, or the list of those chosen. From a paste: what was asked of the clipboard.
   */
  | { readonly type: 'read'; readonly id: number; readonly way: Way; readonly from: unknown }
  /** The files of this hold are no longer wanted (chosen anew, page gone). */
  | { readonly type: 'cancel'; readonly id: number }
  /** Is the guard still there? It answers without an answer. */
  | { readonly type?: undefined; readonly id: number }

/** What becomes of one file: `true` is the very same File, which never leaves the page's world; null is left out. */
export type Left = File | true | null

/** The guard is there, and heard what has this id; with the answer, once there is one. */
export interface FromGuard {
  readonly id: number
  readonly answer?: Answer
}

/**
 * To a hold: `left` has an entry for each of its files, in order; null when the choice was cancelled. To a read: what
 * the page is given, or the error that it gets. With neither the pause cannot be shown: the page world asks with confirm().
 */
export interface Answer {
  readonly left?: unknown
  readonly error?: unknown
}

export function parseFromPageWorld(value: unknown): FromPageWorld | null {
  if (!isRecord(value)) return null
  const { type, id, files, way } = value
  const sound =
    type === 'warm' ||
    type === 'open' ||
    (typeof id === 'number' &&
      (type === 'cancel' ||
        type === undefined ||
        (isWay(way) && (type === 'read' || (type === 'hold' && areFiles(files))))))
  return sound ? (value as FromPageWorld) : null
}

export function parseFromGuard(value: unknown): FromGuard | null {
  if (!isRecord(value)) return null
  const { id, answer } = value
  return typeof id === 'number' && (!answer || isRecord(answer)) ? (value as unknown as FromGuard) : null
}
