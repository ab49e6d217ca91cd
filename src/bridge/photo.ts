/**
 * Kinds of files that are plainly no picture and no video: top-level media types, and types cut behind their second dot.
 * Whatever is not here is looked at: also what has no type, or one that says nothing, as camera raw files do.
 */
const OTHER: object = {
  __proto__: null,
  text: 0,
  audio: 0,
  font: 0,
  message: 0,
  model: 0,
  'application/pdf': 0,
  'application/rtf': 0,
  'application/msword': 0,
  'application/vnd.ms-excel': 0,
  'application/vnd.ms-powerpoint': 0,
  'application/vnd.ms-word': 0,
  'application/vnd.openxmlformats-officedocument': 0,
  'application/vnd.oasis': 0,
  'application/vnd.apple': 0,
  'application/epub+zip': 0,
  'application/zip': 0,
  'application/x-zip-compressed': 0,
  'application/gzip': 0,
  'application/x-7z-compressed': 0,
  'application/json': 0,
  'application/xml': 0,
  'application/xhtml+xml': 0,
  'application/javascript': 0,
}

/**
 * Whether a file of this MIME type may be a picture or a video. Neither a method nor a RegExp is used: both would show the
 * page whose file it is what is held.
 */
export function mayBePhoto(type: string): boolean {
  let top = ''
  let start = ''
  let dots = 0
  for (let index = 0; index < type.length; index++) {
    const letter = type[index]
    if (letter === ';' || (letter === '.' && dots++ > 0)) break
    if (letter === '/') top = start
    start += letter
  }
  return !top || !(top in OTHER || start in OTHER)
}
