import { join } from 'node:path'
import sharp from 'sharp'

/** What a made photo says; every field is written where phones and programs write it. */
export interface Says {
  readonly place?: boolean
  /** Exif ImageDescription. */
  readonly caption?: string
  /** Exif Model. */
  readonly model?: string
  /** How it was exposed: numbers that say nothing about a person. */
  readonly technical?: boolean
}

/** Writes a small photo of one colour into a folder and gives its path. Without `says` it says nothing. */
export async function makePhoto(folder: string, name: string, says: Says = {}): Promise<string> {
  const path = join(folder, name)
  const colour = { r: (name.length * 37) % 256, g: (name.charCodeAt(0) * 5) % 256, b: 140 }
  const picture = sharp({ create: { width: 320, height: 240, channels: 3, background: colour } })
  const { place, caption, model, technical } = says
  const IFD0 = { ...(caption && { ImageDescription: caption }), ...(model && { Model: model }) }
  const IFD3 = {
    GPSLatitudeRef: 'N',
    GPSLatitude: '48/1 48/1 48/1',
    GPSLongitudeRef: 'E',
    GPSLongitude: '2/1 21/1 44/1',
  }
  const IFD2 = { ExposureTime: '1/60', FNumber: '22/10' }
  if (place || caption || model || technical)
    picture.withExif({ IFD0, ...(technical && { IFD2 }), ...(place && { IFD3 }) })
  await picture.toFormat(name.endsWith('.png') ? 'png' : 'jpeg').toFile(path)
  return path
}

/** A Windows bitmap of 2 × 2 pixels: every browser shows it, and no reader of ours knows it. */
export const BITMAP = Buffer.from(
  '424d460000000000000036000000280000000200000002000000010018000000000010000000130b0000130b00000000000000000000' +
    '0000ff00ff000000ff0000ffffff0000',
  'hex',
)
