import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import sharp from 'sharp'
import { findPerl } from '../programs.mjs'
import { ROOT } from '../run'

/** What ExifTool, which is not ours, reads in a file; one value a row of the table. */
export interface Inside {
  readonly place: string
  readonly time: string
  readonly camera: string
  readonly thumbnail: string
  /** Every tag that is not about the container or the picture itself. */
  readonly details: string
  readonly wayUp: string
  readonly colours: string
  readonly size: string
}

export const ROWS: Readonly<Record<keyof Inside, string>> = {
  place: 'Place',
  time: 'Date and time',
  camera: 'Phone or camera',
  thumbnail: 'Hidden small picture',
  details: 'Details in all',
  wayUp: 'Way up',
  colours: 'Colour profile',
  size: 'Picture',
}

const NONE = '–'
/** ExifTool's groups for what it says of the file on the disk, of the container, and of the picture's own structure. */
const STRUCTURE = /^(ExifTool|System|File|JFIF|ICC[_-].*|Composite)$/

export function lookInside(path: string): Inside {
  const perl = findPerl()
  if (!perl) throw new Error('perl is needed to run ExifTool')
  const exifTool = join(ROOT, 'node_modules', 'exiftool-vendored.pl', 'bin', 'exiftool')
  const json = execFileSync(perl, [exifTool, '-j', '-a', '-u', '-ee', '-G1', path], { encoding: 'utf8' })
  const [tags = {}] = JSON.parse(json) as Record<string, unknown>[]
  const value = (...keys: string[]) =>
    keys
      .map((key) => tags[key])
      .filter((found) => found !== undefined)
      .join(' ')
  const groups = Object.keys(tags).map((key) => /^[^:]+(?=:)/.exec(key)?.[0])
  const details = groups.filter((group) => group !== undefined && !STRUCTURE.test(group)).length
  const onlyWayUp = details === 1 && 'IFD0:Orientation' in tags
  return {
    place: value('Composite:GPSPosition') || NONE,
    time: value('ExifIFD:DateTimeOriginal') || NONE,
    camera: value('IFD0:Make', 'IFD0:Model') || NONE,
    thumbnail: value('IFD1:ThumbnailLength') ? `${value('IFD1:ThumbnailLength')} bytes` : NONE,
    details: onlyWayUp ? '1 (the way up)' : String(details),
    wayUp: value('IFD0:Orientation') || NONE,
    colours: value('ICC_Profile:ProfileDescription') || NONE,
    size: value('Composite:ImageSize'),
  }
}

/** Whether two pictures are the same, pixel for pixel. */
export async function samePixels(one: string, other: string): Promise<boolean> {
  const [a, b] = await Promise.all([one, other].map((path) => sharp(path).raw().toBuffer()))
  return a !== undefined && b !== undefined && a.equals(b)
}
