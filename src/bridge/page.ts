import { listOf, recordOf } from './record'
import { type FileDecision, isWay, parseFiles, type Way } from './verdict'

/**
 * Page world (MAIN) ⇄ guard (ISOLATED), over one MessagePort. The guard hands it over at document_start by a cancelable
 * MessageEvent of this type on `document`: an event of type `load` never goes on to the window (DOM Standard, a document's
 * get-the-parent), where somebody may have been listening before the document was there. Its data is what the browser's own
 * confirm() says, should the extension be gone when a photo is held. The page world prevents it.
 */
export const PORT_EVENT = 'load'

/** SubmitEvents of this type on the window show the page world an input in a closed shadow root, as their `submitter`. */
export const ROOT_EVENT = 'pausephoto'

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
  /** The page got the files of this hold; not `taken`: nothing in it could take them. */
  | { readonly type: 'delivered'; readonly id: number; readonly taken: boolean }
  /** Asks whether the guard is still there, and heard what has this id. */
  | { readonly type: 'ping'; readonly id: number }

/** The guard has put cleaned files together by then. */
export type PageDecision = Exclude<FileDecision, { readonly as: 'cleaned' }>

/** Whatever is no such message, or has a type that is not here, was not said: silence ends in the browser's own question. */
export type FromGuard =
  | { readonly type: 'alive'; readonly id: number }
  /** To a hold: one decision for each of its files, in order. */
  | { readonly type: 'released'; readonly id: number; readonly decisions: readonly PageDecision[] }
  /** To a read: what the page is given. */
  | { readonly type: 'given'; readonly id: number; readonly given: unknown }
  /** To a read: the browser's own error. */
  | { readonly type: 'failed'; readonly id: number; readonly error: unknown }
  | { readonly type: 'cancelled'; readonly id: number }
  /** Nothing could take the files of this hold; the parent wants it tried once more. */
  | { readonly type: 'again'; readonly id: number }
  /** The pause cannot be shown: the page world asks with confirm(). */
  | { readonly type: 'unavailable'; readonly id: number }

/** Returns the message, or null when it is none. */
export function parseFromPageWorld(value: unknown): FromPageWorld | null {
  const message = recordOf(value)
  if (!message) return null
  const { type, id, way } = message
  if (type === 'warm' || type === 'open') return { type }
  if (typeof id !== 'number') return null
  if (type === 'cancel' || type === 'ping') return { type, id }
  if (type === 'delivered') return { type, id, taken: message.taken !== false }
  if (!isWay(way)) return null
  if (type === 'read') return { type, id, way, from: message.from }
  const files = type === 'hold' ? parseFiles(message.files) : null
  return files && { type: 'hold', id, way, files }
}

/** Returns the message, or null when it is none. Calls no method that a page could have replaced. */
export function parseFromGuard(value: unknown): FromGuard | null {
  const message = recordOf(value)
  if (!message) return null
  const { type, id, given, error } = message
  if (typeof id !== 'number') return null
  if (type === 'alive' || type === 'cancelled' || type === 'unavailable' || type === 'again') return { type, id }
  if (type === 'given') return { type, id, given }
  if (type === 'failed') return { type, id, error }
  const decisions = type === 'released' ? listOf(message.decisions, parseDecision) : null
  return decisions && { type: 'released', id, decisions }
}

/** No `instanceof`: a page can put its own code into it. */
function parseDecision(value: unknown): PageDecision | null {
  const decision = recordOf(value)
  if (decision?.as === 'original' || decision?.as === 'omitted') return { as: decision.as }
  return decision?.as === 'replaced' && decision.file ? { as: 'replaced', file: decision.file as File } : null
}
