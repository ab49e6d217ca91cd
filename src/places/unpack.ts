/** The bytes of a gzip file that was inlined as a data address; inlined, because our pages can fetch nothing. */
export async function unpack(address: string): Promise<Uint8Array<ArrayBuffer>> {
  const [, base64 = ''] = address.split(',')
  const packed = new Blob([Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))])
  const stream = packed.stream().pipeThrough(new DecompressionStream('gzip'))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}
