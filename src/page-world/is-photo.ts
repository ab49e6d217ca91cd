import { getter, own } from './natives'

const typeOf = getter(Blob.prototype, 'type')
const nameOf = getter(File.prototype, 'name')
const PICTURE_OR_VIDEO = own(/^(image|video)\//i, 'exec', 'test')
const UNTOLD = own(/^(application\/octet-stream)?$/i, 'exec', 'test')
/** For systems that know no type for an extension; camera raw files are pictures too. */
const EXTENSION = own(
  /\.(jpe?g?|jfif|a?png|webp|gif|hei[cf]s?|hif|avifs?|tiff?|jxl|jp2|bmp|svg|dng|cr[23w]|nef|arw|raf|orf|rw2|pef|srw|mp4|m4v|mov|qt|3g[p2]|webm|mkv|avi|mts|m2ts)$/i,
  'exec',
  'test',
)

/** A picture or a video, by its type; by its name when the browser knows no type. */
export function isPhoto(file: File): boolean {
  const type = typeOf(file)
  return PICTURE_OR_VIDEO.test(type) || (UNTOLD.test(type) && EXTENSION.test(nameOf(file)))
}
