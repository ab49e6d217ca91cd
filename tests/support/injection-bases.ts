import type { FormatName } from '../../src/formats/format-facts'
import { PHOTOS } from './corpus'
import { GENERATED } from './generated'
import { bytesOf, still } from './generated/frames'

/** A file that values are injected into. */
export interface InjectionBase {
  readonly name: string
  readonly format: FormatName
  /** By which ExifTool knows what to write. */
  readonly extension: string
  readonly bytes: () => Promise<Uint8Array<ArrayBuffer>>
  /** Whether the tags of a group of ExifTool's family 1 are tried in it. */
  takes(group: string): boolean
}

/** Groups of what makers write in formats of their own, which need a photo of that maker. */
const MAKERS =
  /^(?:Apple|Canon|Casio|DJI|FLIR|FujiFilm|GE|HP|JVC|Kodak|Leaf|Leica|Minolta|Motorola|Nikon|Nintendo|Olympus|Panasonic|Pentax|PhaseOne|Reconyx|Ricoh|Samsung|Sanyo|Sigma|Sony|MakerUnknown|CanonVRD|PhotoMechanic|FotoStation)/

const generated = (name: string, format: FormatName, extension: string): InjectionBase => {
  const recipe = GENERATED.find((known) => known.name === name)
  if (!recipe) throw new Error(`nothing makes ${name}`)
  return { name: extension, format, extension, bytes: recipe.make, takes: (group) => !MAKERS.test(group) }
}

/** Returns one file a format, and for the notes of makers the photos that there are. */
export async function injectionBases(): Promise<readonly InjectionBase[]> {
  const plain = (format: FormatName, extension: string, make: () => ReturnType<typeof bytesOf>): InjectionBase => ({
    name: extension,
    format,
    extension,
    bytes: make,
    takes: (group) => !MAKERS.test(group) || /^(?:CanonVRD|PhotoMechanic|FotoStation)/.test(group),
  })
  return [
    plain('jpeg', 'jpg', () => bytesOf(still().jpeg())),
    plain('png', 'png', () => bytesOf(still().png())),
    plain('webp', 'webp', () => bytesOf(still().webp())),
    plain('gif', 'gif', () => bytesOf(still().gif())),
    plain('tiff', 'tif', () => bytesOf(still().tiff())),
    generated('heic with everything', 'heif', 'heic'),
    generated('avif with everything', 'avif', 'avif'),
    generated('jxl with everything', 'jxl', 'jxl'),
    ...films(),
    ...makers(),
  ]
}

function films(): InjectionBase[] {
  const recipe = GENERATED.find(({ format, name }) => format === 'mp4' && !name.includes('fragments'))
  if (!recipe) throw new Error('nothing makes a film')
  const takes = (group: string) => !MAKERS.test(group)
  return ['mp4', 'mov'].map((extension) => ({ name: extension, format: 'mp4', extension, bytes: recipe.make, takes }))
}

/** ExifTool's own sample photos, one a maker, where the shared corpus lies beside the repository. */
function makers(): InjectionBase[] {
  return PHOTOS.flatMap((photo): InjectionBase[] => {
    const maker = /exiftool\/t\/images\/([A-Z][A-Za-z]+)\d*(?:mkIII|D2Hs|D70|E1)?\.jpg$/.exec(photo.name)?.[1]
    if (!maker || !MAKERS.test(maker)) return []
    return [
      {
        name: photo.name,
        format: 'jpeg',
        extension: 'jpg',
        bytes: photo.bytes,
        takes: (group) => group.startsWith(maker),
      },
    ]
  })
}
