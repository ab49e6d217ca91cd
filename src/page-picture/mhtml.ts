import { bytesOf } from './file-from'

/** One resource out of a page that was saved whole. */
export interface SavedPart {
  readonly type: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

/**
 * The part of an MHTML document (RFC 2557) with this Content-Location, or null when there is none or its
 * Content-Transfer-Encoding is not base64, which is how Chromium writes pictures. `saved` holds one character a byte.
 */
export function partAt(saved: string, address: string): SavedPart | null {
  const boundary = /\bboundary="([^"]+)"/.exec(saved.slice(0, HEAD))?.[1]
  if (boundary === undefined) return null
  for (const part of saved.split(`\r\n--${boundary}`).slice(1)) {
    const end = part.indexOf('\r\n\r\n')
    const head = headersIn(part.slice(0, end))
    if (head.get('content-location') !== withoutFragment(address)) continue
    if (head.get('content-transfer-encoding') !== 'base64') return null
    return { type: head.get('content-type') ?? '', bytes: bytesOf(part.slice(end)) }
  }
  return null
}

/** The head of the document names the boundary; Chromium's is shorter than this even with a long address and title. */
const HEAD = 16 * 1024

/** Names in lower case; a line that begins with white space continues the one before (RFC 5322, 2.2.3). */
function headersIn(text: string): Map<string, string> {
  const lines = text.replace(/\r\n[ \t]+/g, ' ').split('\r\n')
  return new Map(
    lines.map((line): [string, string] => {
      const colon = line.indexOf(':')
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()]
    }),
  )
}

function withoutFragment(address: string): string {
  const hash = address.indexOf('#')
  return hash === -1 ? address : address.slice(0, hash)
}
