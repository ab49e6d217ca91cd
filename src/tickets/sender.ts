import { isRecord } from '../bridge/record'

/** Who sent a message, as the browser says; nothing in here comes from the message itself. */
export interface Sender {
  readonly tab: number
  /** 0 for the page itself. */
  readonly frame: number
  /** Host name of the frame, or of the page around it for frames without an address of their own; '' when unknown. */
  readonly host: string
  /** Of the frame's document; null where it has none of its own, as in a sandbox. */
  readonly origin: string | null
  /** In a private window, of which nothing is remembered. */
  readonly isPrivate: boolean
  /** One of our own pages, not a content script. */
  readonly ours: boolean
}

/**
 * The sender of a message, or null when it is not this extension or in no tab. `own` is the extension's id and the
 * origin of its pages.
 */
export function senderOf(value: unknown, own: { readonly id: string; readonly origin: string }): Sender | null {
  if (!isRecord(value) || value.id !== own.id || !isRecord(value.tab) || typeof value.tab.id !== 'number') return null
  const url = parseUrl(value.url)
  const host = [parseUrl(value.origin), url, parseUrl(value.tab.url)].find(
    (address) => address?.protocol === 'https:' || address?.protocol === 'http:',
  )?.hostname
  const frame = typeof value.frameId === 'number' ? value.frameId : 0
  const origin = typeof value.origin === 'string' && value.origin !== 'null' ? value.origin : null
  return {
    tab: value.tab.id,
    frame,
    host: host ?? '',
    origin,
    isPrivate: value.tab.incognito === true,
    ours: url !== null && sameOrigin(url, own.origin),
  }
}

/** `URL.origin` is 'null' for extension addresses in some browsers, so scheme and host are compared. */
function sameOrigin(url: URL, origin: string): boolean {
  const own = parseUrl(origin)
  return own !== null && url.protocol === own.protocol && url.host === own.host
}

function parseUrl(value: unknown): URL | null {
  return typeof value === 'string' ? URL.parse(value) : null
}
