import { FORMATS } from '../../src/formats'
import type { FormatName } from '../../src/formats/format-facts'
import { PHOTOS } from '../support/corpus'
import type { Bytes } from './mutate'

/** Files above this many bytes are left out, where there are smaller ones. */
const MAX_SEED_BYTES = 256 * 1024
const MIN_SEEDS = 3

export const FORMAT_NAMES: readonly FormatName[] = FORMATS.map(({ name }) => name)

/** The good and not so good files of a format that are mutated: the corpus where it lies beside the project, and what is generated. */
export async function seedsOf(format: FormatName): Promise<Bytes[]> {
  const all: Bytes[] = []
  for (const photo of PHOTOS) if (photo.format === format) all.push(await photo.bytes())
  all.sort((a, b) => a.length - b.length)
  return all.filter((bytes, index) => bytes.length > 0 && (bytes.length <= MAX_SEED_BYTES || index < MIN_SEEDS))
}
