/** Bytes of a file that lies beside the folder of this Worker; the policy of our pages lets nothing else be reached. */
export async function packaged(name: string): Promise<Uint8Array<ArrayBuffer>> {
  const answer = await fetch(new URL(`../${name}`, self.location.href))
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`)
  return new Uint8Array(await answer.arrayBuffer())
}
