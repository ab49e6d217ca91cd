import { tagged } from '../tagged'
import { bytesOf, still } from './frames'

const EXIF = 'Exif\0\0'
const XMP = 'http://ns.adobe.com/xap/1.0/\0'

/** A TIFF structure with everything personal in it, as ExifTool writes it. */
export const exifOf = () => payloadOf(EXIF)

/** An XMP packet with everything personal in it, as ExifTool writes it. */
export const xmpOf = () => payloadOf(XMP)

/** What stands behind a signature in an APP1 segment of a tagged JPEG. */
async function payloadOf(signature: string): Promise<Uint8Array<ArrayBuffer>> {
  const jpeg = await tagged(await bytesOf(still().jpeg()), 'jpg')
  const at = Buffer.from(jpeg).indexOf(signature, 0, 'latin1')
  if (at < 0) throw new Error(`ExifTool wrote no ${signature}`)
  const length = new DataView(jpeg.buffer).getUint16(at - 2)
  return Uint8Array.from(jpeg.subarray(at + signature.length, at - 2 + length))
}
