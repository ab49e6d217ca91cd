import { latin1Bytes } from '../core/bytes'
import { Malformed, Uncheckable } from '../core/malformed'
import { fresh, join, type Part } from '../core/part'
import { latin1 } from '../core/reader'
import { sourceOf } from '../core/source'
import type { Format } from '../format'
import { gif } from '../gif/gif'
import { jpeg } from '../jpeg/jpeg'
import { png } from '../png/png'
import { webp } from '../webp'

/** What a part is called that is a picture in base64, behind 'data:image/…;base64,' (RFC 2397). */
export const EMBEDDED = 'embedded picture'

/** The same, written as cleaning would not: with white space, or bits that belong to no byte. */
const LOOSE = `${EMBEDDED} in loose base64`

/** The kinds of picture that browsers show in a drawing. */
const FORMATS: readonly Format[] = [jpeg, png, gif, webp]

const DATA = /^data:image\/(?:png|apng|jpe?g|gif|webp);base64,/i

/** Returns how many characters of a reference stand in front of a picture in base64; null: it is none. */
export function pictureOffset(reference: string): number | null {
  return DATA.exec(reference)?.[0].length ?? null
}

/**
 * Takes the picture in a part apart, as a file of its own.
 * @throws {Uncheckable} when it is not in base64, of none of our kinds, or broken.
 */
export async function withPicture(part: Part): Promise<Part> {
  const { name, content } = part
  if (name !== EMBEDDED || content.kind !== 'slice') return part
  const text = latin1(await content.source.read(content.start, content.end))
  const bytes = fromBase64(text)
  const format = FORMATS.find((candidate) => candidate.recognises(bytes.subarray(0, 64)))
  if (!format) throw new Uncheckable('a picture of an unknown kind in the drawing')
  try {
    const parts = await format.split(sourceOf(new Blob([bytes])))
    return { ...part, name: text === toBase64(bytes) ? EMBEDDED : LOOSE, embedded: { format: format.name, parts } }
  } catch (error) {
    if (error instanceof Malformed) throw new Uncheckable(`a picture in the drawing: ${error.message}`)
    throw error
  }
}

/** Puts an embedded picture together again, cleaned as a file of its kind is. @throws {Malformed} when no picture would be left. */
export async function rebuiltPicture(part: Part, stays: (part: Part) => boolean): Promise<Part> {
  const format = FORMATS.find(({ name }) => name === part.embedded?.format)
  if (!format || !part.embedded) throw new Error(`${part.name} holds no picture`)
  const pieces = await format.rebuild(part.embedded.parts, stays)
  const bytes = new Uint8Array(await new Blob(join(pieces)).arrayBuffer())
  return fresh(EMBEDDED, latin1Bytes(toBase64(bytes)))
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  try {
    return latin1Bytes(atob(text))
  } catch {
    throw new Uncheckable('a picture that is not in base64')
  }
}

function toBase64(bytes: Uint8Array): string {
  return btoa(latin1(bytes))
}
