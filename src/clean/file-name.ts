import { nameTells } from '../findings/kinds/file-name'

/** The usual ending for each media type that a cleaned file can have. */
const ENDINGS: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/gif': 'gif',
  'image/heic': 'heic',
  'image/heif': 'heif',
  'image/avif': 'avif',
  'image/tiff': 'tiff',
  'image/jxl': 'jxl',
  'image/svg+xml': 'svg',
  'video/mp4': 'mp4',
  'video/quicktime': 'mov',
}

/** A name that says nothing but what kind of file it is: 'photo.jpg', 'video.mp4'; without an ending for types we do not know. */
export function neutralName(name: string, mediaType: string): string {
  const stem = mediaType.startsWith('video/') ? 'video' : 'photo'
  const known = ENDINGS[mediaType.toLowerCase()]
  const ending = known ?? /\.([A-Za-z0-9]{1,5})$/.exec(name)?.[1]?.toLowerCase()
  return ending ? `${stem}.${ending}` : stem
}

/** The name of a cleaned file: the parent's own, unless it tells when, where or by whom the photo was made. */
export function cleanName(name: string, mediaType: string): string {
  return nameTells(name) ? neutralName(name, mediaType) : name
}
