import { getter, own } from './natives'

const typeOf = getter(Blob.prototype, 'type')
const nameOf = getter(File.prototype, 'name')
/** A type, a space, a name. The name counts where the browser knows no type for it; camera raw files are pictures too. */
const PHOTO = own(
  /^(image|video)\/|^(application\/octet-stream)? .*\.(jpe?g?|jfif|a?png|webp|gif|hei[cf]s?|avif|tiff?|jxl|bmp|svg|dng|cr[23]|nef|arw|mp4|m4v|mov|3gp|webm|mkv|avi)$/is,
)

/** A picture or a video, by its type; by its name when the browser knows no type. */
export const isPhoto = (file: File): boolean => PHOTO.test(`${typeOf(file)} ${nameOf(file)}`)
