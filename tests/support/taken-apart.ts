import { type Cleaned, clean } from '../../src/clean/clean'
import { join, type Part } from '../../src/formats/core/part'
import { sourceOf } from '../../src/formats/core/source'
import type { Format } from '../../src/formats/format'

/** The parts of a small file. */
export function partsOf(format: Format, bytes: Uint8Array): Promise<Part[]> {
  return format.split(sourceOf(new Blob([Uint8Array.from(bytes)])))
}

export async function namesOf(format: Format, bytes: Uint8Array): Promise<string[]> {
  return (await partsOf(format, bytes)).map(({ name }) => name)
}

/** The bytes that a part's block points to, as ISO 8859-1. */
export async function blockText({ name, content, block }: Part): Promise<string> {
  if (content.kind !== 'slice' || !block) throw new Error(`${name} has no block in the file`)
  return Buffer.from(await content.source.read(block.start, block.end)).toString('latin1')
}

/** A file, cleaned, and what the cleaning says about it. */
export async function cleanedOf(
  format: Format,
  bytes: Uint8Array,
): Promise<Cleaned & { readonly bytes: Uint8Array<ArrayBuffer> }> {
  const cleaned = await clean(await partsOf(format, bytes), format)
  return { ...cleaned, bytes: new Uint8Array(await new Blob(join(cleaned.parts)).arrayBuffer()) }
}
