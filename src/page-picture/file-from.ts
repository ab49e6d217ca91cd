/** A picture's bytes as a file with the name it has in its address; `data` is a `data:` address in base64. */
export function fileFrom(data: string, address: string): File | null {
  const [, type = '', base64 = ''] = /^data:([^;,]*)[^,]*;base64,([A-Za-z0-9+/=]*)$/.exec(data) ?? []
  return base64 === '' ? null : fileOf(bytesOf(base64), type, address)
}

export function fileOf(bytes: Uint8Array<ArrayBuffer>, type: string, address: string): File {
  return new File([bytes], nameIn(address) || 'picture', { type })
}

/** Base64 as in RFC 4648, 4; line breaks are passed over. */
export function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
}

/** The last piece of the path, which is what a browser would save it as; '' for addresses without one. */
function nameIn(address: string): string {
  const url = URL.parse(address)
  if (!url || !/^(https?|file):$/.test(url.protocol)) return ''
  const piece = url.pathname.slice(url.pathname.lastIndexOf('/') + 1)
  try {
    return decodeURIComponent(piece)
  } catch {
    return piece
  }
}
