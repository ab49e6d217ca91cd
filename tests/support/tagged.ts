import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runExifTool } from './exiftool'

/** What a telephone and the programs behind it write into a photo: place, time, device, names, words. */
export const PERSONAL = [
  '-GPSLatitude=45.7772',
  '-GPSLatitudeRef=N',
  '-GPSLongitude=4.8552',
  '-GPSLongitudeRef=E',
  '-EXIF:Make=Fabrikam',
  '-EXIF:Model=Pocket 9',
  '-EXIF:SerialNumber=SN-7731-AB',
  '-EXIF:OwnerName=Odile Marchetti',
  '-EXIF:DateTimeOriginal=2025:06:14 15:42:10',
  '-EXIF:ImageDescription=Lina at the lake',
  '-XMP:City=Villeurbanne',
  '-XMP:Creator=Odile Marchetti',
  '-XMP:Description=Birthday of Lina',
  '-XMP:Subject=swimming lesson',
]

/** A picture with tags in it, written by ExifTool; `-m` lets it put a bare JPEG XL codestream into boxes. @param extension with which it knows the format. */
export async function tagged(
  bytes: Uint8Array,
  extension: string,
  tags: readonly string[] = PERSONAL,
): Promise<Uint8Array<ArrayBuffer>> {
  const folder = mkdtempSync(join(tmpdir(), 'pausephoto-tagged-'))
  try {
    const path = join(folder, `picture.${extension}`)
    writeFileSync(path, bytes)
    const said = await runExifTool(['-m', '-overwrite_original', ...tags, path])
    if (!said.includes('1 image files updated')) throw new Error(`ExifTool did not write the tags: ${said}`)
    return new Uint8Array(readFileSync(path))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
