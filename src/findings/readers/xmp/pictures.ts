import type { Statement } from '../../clue'
import type { Property } from './read-xmp'

/** Properties that hold a whole picture in Base64. */
const PICTURES: ReadonlyMap<string, Extract<Statement, { type: 'picture' }>['role']> = new Map([
  ['xmpGImg:image', 'thumbnail'],
  // Google Camera: the sharp picture behind a blurred one, and how far away each point is.
  ['GImage:Data', 'second-image'],
  ['GDepth:Data', 'depth'],
])

/** Returns the picture that an XMP property carries in Base64; none for any other property. */
export function pictureIn({ name, value }: Property): Statement[] {
  const role = value === '' ? undefined : PICTURES.get(name)
  return role ? [{ type: 'picture', role, picture: new Blob([fromBase64(value)]) }] : []
}

/** The bytes of a text in Base64, none where it is not. */
function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  try {
    return Uint8Array.from(atob(text.replace(/\s+/g, '')), (letter) => letter.charCodeAt(0))
  } catch {
    return new Uint8Array(0)
  }
}
