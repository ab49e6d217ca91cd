/** The bytes of a gzip file that was inlined as a data address; inlined, because our pages can fetch nothing. */
export async function unpack(address: string): Promise<Uint8Array<ArrayBuffer>> {
  const characters = atob(address.slice(address.indexOf(',') + 1))
  const bytes = new Uint8Array(characters.length)
  // Counted: to walk through so many characters takes ten times as long.
  for (let at = 0; at < bytes.length; at++) bytes[at] = characters.charCodeAt(at)
  const packed = new Blob([bytes])
  const stream = packed.stream().pipeThrough(new DecompressionStream('gzip'))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}
