import { crc32 } from '../core/crc32'
import { Reader } from '../core/reader'
import type { Source } from '../core/source'

/** Bytes that are read in one go. */
const STEP = 64 * 1024

/** The CRC of bytes `start` to `end`; `before` is the CRC of what precedes them. */
export async function crcOf(source: Source, start: number, end: number, before = 0): Promise<number> {
  let crc = before
  for (let at = start; at < end; at += STEP) crc = crc32(await source.read(at, Math.min(at + STEP, end)), crc)
  return crc
}

/**
 * What the CRC of a chunk has to be changed by (exclusive or) to be the one that is stored; 0 when it is right.
 * Decoders leave out ancillary chunks with a wrong CRC, so a chunk that is written afresh must stay as wrong as it was.
 * @param end where the data end and the CRC begins. @param start where the data begin.
 */
export async function crcFault(source: Source, start: number, end: number): Promise<number> {
  const stored = new Reader(await source.read(end, end + 4)).u32()
  return ((await crcOf(source, start - 4, end)) ^ stored) >>> 0
}
