import { Malformed } from '../formats/core/malformed'
import type { Part } from '../formats/core/part'
import type { Source } from '../formats/core/source'
import type { Format } from '../formats/format'
import type { FormatName } from '../formats/format-facts'
import { mayStay } from './clean'
import { showsThePicture } from './prove-picture'

/**
 * Whether this environment can show the file. In a browser: createImageBitmap or a muted video element; in Node: sharp.
 * 'cannot-tell' is for kinds of file that it has no decoder for at all; for these `blob` is not asked for, because putting a
 * Blob together from thousands of pieces takes longer than the rest of the proof.
 */
export type Decode = (
  file: Pick<Source, 'blob'>,
  format: FormatName,
) => Promise<'decoded' | 'not-decodable' | 'cannot-tell'>

export type Proof =
  | { readonly proved: true }
  /** `doubt` is for people who look into it: the name of a part that should not be there, or that it does not decode. */
  | { readonly proved: false; readonly doubt: string }

/**
 * Takes the cleaned file apart again, from its bytes alone, and refuses it when a part is in it that no row of the
 * keep-table allows, when its own tables no longer show the picture that was meant to stay, or when it no longer decodes although the
 * original does. Where the original does not decode either (HEIC, JPEG XL, TIFF in Chromium; a file that was broken before), that is the
 * whole proof.
 * @param cleaned is best read piece by piece (`sourceOfParts`), so that what comes from the original is not read again.
 * @param meant the parts from which the file was made; without them nothing is said about the picture.
 */
export async function prove(
  cleaned: Source,
  original: Pick<Source, 'blob'>,
  format: Format,
  decode: Decode,
  meant?: readonly Part[],
): Promise<Proof> {
  const doubt = await walk(cleaned, format, meant)
  if (doubt !== null) return { proved: false, doubt }

  if ((await decode(cleaned, format.name)) !== 'not-decodable') return { proved: true }
  const before = await decode(original, format.name)
  return before === 'decoded' ? { proved: false, doubt: 'does not decode' } : { proved: true }
}

/** The first thing in the file that should not be there, or that the picture is not the one that was meant to stay; else null. */
async function walk(cleaned: Source, format: Format, meant: readonly Part[] | undefined): Promise<string | null> {
  try {
    const parts = await format.split(cleaned)
    for (const part of parts) if (!(await mayStay(part, format))) return part.name
    if (meant && !(await showsThePicture(meant, parts, cleaned, format))) return 'shows another picture'
    return null
  } catch (error) {
    if (error instanceof Malformed) return error.message
    throw error
  }
}
