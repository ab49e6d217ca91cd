/** A type, a space, a name. The name counts where the browser knows no type for it; camera raw files are pictures too. */
export const PHOTO =
  /^(image|video)\/|^(application\/octet-stream)? .*\.(jpe?g?|jfif|a?png|webp|gif|hei[cf]s?|avif|tiff?|jxl|bmp|svg|dng|cr[23]|nef|arw|mp4|m4v|mov|3gp|webm|mkv|avi)$/is
