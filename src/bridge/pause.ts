import { recordOf } from './record'
import { isWay, parseFiles, parseVerdict, type Verdict, type Way } from './verdict'

/**
 * Guard (ISOLATED) ⇄ pause page (extension origin). The guard that hosts the pause page posts it a port, addressed to the
 * extension's origin, together with a ticket that the pause page redeems at the background: a page that frames pause.html
 * itself has no ticket and gets no dialog. In the top frame the host's guard is the one that holds the photos, and all is said
 * over this port. Where it is a frame's guard, the two meet on a second channel (`GuardRoute`), and the host hears only of itself.
 */
export interface PortDelivery {
  readonly type: 'port'
  readonly ticket: string
}

/** Posted with a port to a page of ours, which posts it back over that port: only then the delivery follows. */
export const PROBE = 'there?'

/** How the pause page comes to the guard that holds the photos. */
export type GuardRoute =
  /** It hosts the pause page. */
  | { readonly at: 'host' }
  /**
   * relay.html, a page of ours in a closed shadow root of the frame, carries messages between the guard's port and a
   * BroadcastChannel of the extension's origin that has the ticket's name. No page is on that channel.
   */
  | { readonly at: 'relay' }
  /**
   * A frame in a sandbox has no origin or no scripts, and pages of ours in it neither. The pause page pings its window, which says
   * nothing; the guard sees by the event's origin that we pinged, and posts its port to the event's source, addressed to
   * the extension's origin. `path` leads from the top window to the frame, by `window[index]`.
   */
  | { readonly at: 'window'; readonly path: readonly number[] }

export type FromGuardToPause =
  | { readonly type: 'review'; readonly id: number; readonly way: Way; readonly files: readonly File[] }
  | { readonly type: 'withdraw'; readonly id: number }
  /** The page has the files of this review; not `taken`: nothing in it could take them. */
  | { readonly type: 'delivered'; readonly id: number; readonly taken: boolean }
  /** The dialog came up, or back up from under something: what is clicked now was not meant for it. */
  | { readonly type: 'raised' }
  /** From a frame, while it waits: its dialog goes when this stops. */
  | { readonly type: 'waiting' }
  /** From a frame: the pause page is not needed any more. */
  | { readonly type: 'leave' }

/** What the guard that hosts the pause page does to its dialog. */
type ToHost =
  /** Something must be shown or asked: open the dialog. */
  | { readonly type: 'show' }
  /**
   * Something was done and needs no answer: open it small and beside the page, so many pixels high, without taking the
   * focus. 0: not measured yet, lay it out unseen.
   */
  | { readonly type: 'notice'; readonly height: number }
  /** The notice lets the page have what is dragged over it, or gives back the focus that a click took. */
  | { readonly type: 'aside' | 'blur' }
  /** Nothing left to show: close it. */
  | { readonly type: 'hide' }
  /** Not needed any more. */
  | { readonly type: 'remove' }

export type FromPause =
  | ToHost
  /** Loaded, ticket redeemed, engine warm. */
  | { readonly type: 'ready' }
  /** Still at work; sent at least once a second while a review is under way, so that silence means trouble. */
  | { readonly type: 'alive' }
  | { readonly type: 'verdict'; readonly id: number; readonly verdict: Verdict }
  /** The page shall try to take the files of this review once more. */
  | { readonly type: 'again'; readonly id: number }

/** Returns the delivery, or null when the value is none. */
export function parsePortDelivery(value: unknown): PortDelivery | null {
  const delivery = recordOf(value)
  return delivery?.type === 'port' && typeof delivery.ticket === 'string'
    ? { type: 'port', ticket: delivery.ticket }
    : null
}

/** Returns the message, or null when it is none. */
export function parseFromGuardToPause(value: unknown): FromGuardToPause | null {
  const message = recordOf(value)
  if (!message) return null
  const { type, id, way } = message
  if (type === 'raised' || type === 'waiting' || type === 'leave') return { type }
  if (typeof id !== 'number') return null
  if (type === 'withdraw') return { type, id }
  if (type === 'delivered') return { type, id, taken: message.taken !== false }
  const files = type === 'review' ? parseFiles(message.files) : null
  return files && isWay(way) ? { type: 'review', id, way, files } : null
}

/** Returns the message, or null when it is none. `filesOf` gives the files of the review with this id, while it is open. */
export function parseFromPause(value: unknown, filesOf: (id: number) => readonly Blob[] | undefined): FromPause | null {
  const message = recordOf(value)
  if (!message) return null
  const { type, id } = message
  if (type === 'notice') return { type, height: Number(message.height) || 0 }
  for (const known of ['show', 'hide', 'remove', 'aside', 'blur', 'ready', 'alive'] as const)
    if (type === known) return { type: known }
  if (type === 'again' && typeof id === 'number') return { type, id }
  const files = typeof id === 'number' ? filesOf(id) : undefined
  if (type !== 'verdict' || typeof id !== 'number' || !files) return null
  const verdict = parseVerdict(message.verdict, files)
  return verdict && { type, id, verdict }
}
