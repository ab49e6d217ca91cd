import { personalTags } from '../tests/support/exiftool'
import { iccOf, pixelsOf } from '../tests/support/pixels'

/** What is compared of a file before and after. */
export interface Look {
  readonly personal: number
  readonly orientation: number | null
  readonly icc: string | null
  /** Samples of all frames and their timing, or null where no decoder here can show the file. */
  readonly picture: string | null
}

/** Asks ExifTool and decoders that are not ours. */
export async function lookAt(bytes: Uint8Array<ArrayBuffer>): Promise<Look> {
  const [personal, pixels, icc] = [await personalTags(new Blob([bytes])), await pixelsOf(bytes), await iccOf(bytes)]
  const digest = async (data: Uint8Array<ArrayBuffer>) =>
    Buffer.from(await crypto.subtle.digest('SHA-256', data)).toString('hex')
  return {
    personal: personal.length,
    orientation: pixels?.orientation ?? null,
    icc: icc && (await digest(new Uint8Array(icc))),
    picture: pixels && `${pixels.width}×${pixels.height} ${pixels.timing} ${await digest(new Uint8Array(pixels.data))}`,
  }
}
