import { clean } from '../clean/clean'
import { type Decode, prove } from '../clean/prove'
import { compact } from '../formats/compact'
import type { Format } from '../formats/format'
import { join, type Part } from '../formats/part'
import { sourceOfParts } from '../formats/pieced-source'
import type { Cleaning } from './review'

/** A file that was taken apart. */
interface Original {
  readonly file: File
  readonly format: Format
  readonly parts: readonly Part[]
}

/**
 * A copy of a file without what it says about a person; given out only when it is proved.
 * @throws {Malformed} when the parts cannot be put together again.
 */
export async function cleanCopy(
  { file, format, parts }: Original,
  called: { readonly name: string; readonly type: string },
  decode: Decode,
): Promise<Cleaning> {
  const cleaned = await clean(parts, format)
  const pieces = await compact(cleaned.parts)
  // The moment of cleaning stands in for the moment of the photo.
  const copy = new File(join(pieces), called.name, { type: called.type, lastModified: Date.now() })
  const proof = await prove(copy, file, format, decode, sourceOfParts(pieces, copy))
  if (!proof.proved) return { outcome: 'refused', reason: 'not-proved' }
  return { outcome: 'cleaned', file: copy, removed: cleaned.removed, kept: cleaned.kept }
}
