import { neutralName } from '../../clean/file-name'
import type { HideEditorProps } from './hide-editor'

/** The longer side of a still picture, in pixels: what films have. */
const STILL_PIXELS = 3840
const QUALITY = 0.95

/** Returns the first picture of a film as a file of its own, or null when the browser cannot show it. */
export async function stillOf(film: File, load: HideEditorProps['load']): Promise<File | null> {
  const bitmap = await load(film, STILL_PIXELS)
  if (!bitmap) return null
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0)
  bitmap.close()
  const type = 'image/jpeg'
  return new File([await canvas.convertToBlob({ type, quality: QUALITY })], neutralName('', type), { type })
}
