import type { FormatName } from '../../src/formats/format-facts'
import { boxBomb, chunkBomb, ifdLoop, lengthField, zlibBomb } from './aimed-mutations'
import { Random } from './random'

export type Bytes = Uint8Array<ArrayBuffer>

/** Makes a broken file of a good one, or of one that is broken already. @param others further files of the format. */
export type Mutation = (bytes: Bytes, random: Random, others: readonly Bytes[]) => Bytes

/** Larger than this no mutated file becomes. */
export const LARGEST = 1024 * 1024

const flipBits: Mutation = (bytes, random) => {
  for (let left = 1 + random.below(16); left > 0; left--) {
    const at = random.below(bytes.length)
    bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8))
  }
  return bytes
}

const setBytes: Mutation = (bytes, random) => {
  for (let left = 1 + random.below(8); left > 0; left--)
    bytes[random.below(bytes.length)] = random.pick([0x00, 0x01, 0x7f, 0x80, 0xff, random.below(256)])
  return bytes
}

const truncate: Mutation = (bytes, random) => bytes.slice(0, random.below(bytes.length))

const remove: Mutation = (bytes, random) => {
  const [start, end] = range(bytes, random)
  return together(bytes.subarray(0, start), bytes.subarray(end))
}

const repeat: Mutation = (bytes, random) => {
  const [start, end] = range(bytes, random)
  return together(bytes.subarray(0, end), bytes.subarray(start, end), bytes.subarray(end))
}

const insertNoise: Mutation = (bytes, random) => {
  const at = random.below(bytes.length)
  const noise = Uint8Array.from({ length: 1 + random.below(64) }, () => random.below(256))
  return together(bytes.subarray(0, at), noise, bytes.subarray(at))
}

const splice: Mutation = (bytes, random, others) => {
  const other = random.pick(others)
  return together(bytes.subarray(0, random.below(bytes.length)), other.subarray(random.below(other.length)))
}

const graft: Mutation = (bytes, random, others) => {
  const other = random.pick(others)
  const [start, end] = range(other, random)
  const at = random.below(bytes.length)
  return together(bytes.subarray(0, at), other.subarray(start, end), bytes.subarray(at))
}

const append: Mutation = (bytes, random, others) => together(bytes, random.pick(others))

const MUTATIONS: readonly Mutation[] = [
  flipBits,
  setBytes,
  truncate,
  remove,
  repeat,
  insertNoise,
  splice,
  graft,
  append,
  lengthField,
  lengthField,
  lengthField,
  chunkBomb,
  boxBomb,
  zlibBomb,
  ifdLoop,
]

/** One to four mutations, one after the other. */
export function mutate(bytes: Bytes, random: Random, others: readonly Bytes[]): Bytes {
  let mutated = bytes.slice()
  for (let left = 1 + random.below(4); left > 0 && mutated.length > 0; left--)
    mutated = random.pick(MUTATIONS)(mutated, random, others).slice(0, Math.max(LARGEST, bytes.length))
  return mutated
}

/** The broken photo of one case; `seeds` are the files to break. */
export function brokenPhoto(seed: number, format: FormatName, index: number, seeds: readonly Bytes[]): Bytes {
  const random = new Random(`${seed} ${format} ${index}`)
  return mutate(random.pick(seeds), random, seeds)
}

function range(bytes: Uint8Array, random: Random): [start: number, end: number] {
  const start = random.below(bytes.length)
  const longest = random.pick([16, 256, 4096, bytes.length])
  return [start, Math.min(bytes.length, start + 1 + random.below(longest))]
}

export function together(...pieces: readonly Uint8Array[]): Bytes {
  return new Uint8Array(Buffer.concat(pieces))
}
