import { nameTells } from '../findings/kinds/file-name'
import { extensionOf } from '../formats/format-facts'

/** A name that says nothing but what kind of file it is: 'photo.jpg', 'video.mp4'; without an ending for types we do not know. */
export function neutralName(name: string, mediaType: string): string {
  const stem = mediaType.startsWith('video/') ? 'video' : 'photo'
  const known = extensionOf(mediaType.toLowerCase())
  const ending = known ?? /\.([A-Za-z0-9]{1,5})$/.exec(name)?.[1]?.toLowerCase()
  return ending ? `${stem}.${ending}` : stem
}

/** The name of a cleaned file: the parent's own, unless it tells when, where or by whom the photo was made. */
export function cleanName(name: string, mediaType: string): string {
  return nameTells(name) ? neutralName(name, mediaType) : name
}
