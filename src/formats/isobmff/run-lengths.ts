import type { Reader } from '../core/reader'

/** So many samples in a row with one value. */
export interface Entry {
  readonly count: number
  readonly value: number
}

/** Reads entries of a count and a value, as many as there are: stts, ctts, sbgp. */
export function counted(reader: Reader): Entry[] {
  const entries: Entry[] = []
  for (let left = Math.min(reader.u32(), Math.floor(reader.remaining / 8)); left > 0; left--)
    entries.push({ count: reader.u32(), value: reader.u32() })
  return entries
}
