import address from './sample.jpg?inline'

/** The photo to try with, drawn by scripts/make-sample-photo.ts; inlined, because our pages can fetch nothing. */
export function samplePhoto(): File {
  const [, base64 = ''] = address.split(',')
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
  return new File([bytes], 'photo.jpg', { type: 'image/jpeg' })
}
