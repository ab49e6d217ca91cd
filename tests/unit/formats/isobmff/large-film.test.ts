import { mkdtempSync, openAsBlob, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join as joinPath } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { clean } from '../../../../src/clean/clean'
import { prove } from '../../../../src/clean/prove'
import { join, lengthOf } from '../../../../src/formats/core/part'
import { sourceOf } from '../../../../src/formats/core/source'
import { mp4 } from '../../../../src/formats/isobmff/mp4'
import { writeLargeFilm } from '../../../support/large-film'

const MIB = 1024 * 1024
/** Bytes that are read from a Blob and from slices of it, not those that are only referred to. */
function counted(blob: Blob): { blob: Blob; bytesRead: () => number } {
  let bytes = 0
  const slice = blob.slice.bind(blob)
  blob.slice = (start?: number, end?: number) => {
    const piece = slice(start, end)
    const read = piece.arrayBuffer.bind(piece)
    piece.arrayBuffer = () => {
      bytes += piece.size
      return read()
    }
    return piece
  }
  return { blob, bytesRead: () => bytes }
}

/** The most memory that the process had so far, in bytes. */
const peak = () => process.resourceUsage().maxRSS * 1024

describe('a film of two gigabytes', () => {
  const folder = mkdtempSync(joinPath(tmpdir(), 'pausephoto-large-'))
  const path = joinPath(folder, 'film.mp4')

  beforeAll(() => writeLargeFilm(path))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('is cleaned and proved from its tables alone, in little memory', async () => {
    const { blob, bytesRead } = counted(await openAsBlob(path))
    const before = peak()
    const parts = await mp4.split(sourceOf(blob))
    const { parts: cleaned, removed } = await clean(parts, mp4)
    const copy = new Blob(join(cleaned))
    const read = bytesRead()
    const proof = await prove(sourceOf(copy), { blob }, mp4, async () => 'cannot-tell')
    const used = peak() - before

    expect(removed).toEqual(expect.arrayContaining(['mdat/gpmd', 'moov/trak (gpmd)', 'moov/udta']))
    expect(cleaned.reduce((sum, part) => sum + lengthOf(part), 0)).toBe(blob.size)
    expect(blob.size).toBeGreaterThan(2 * 1024 * MIB)
    expect(copy.size).toBe(blob.size)
    expect(proof).toEqual({ proved: true })
    expect(read).toBeLessThan(8 * MIB)
    expect(used).toBeLessThan(64 * MIB)
    console.info(
      `2 GiB: ${(read / MIB).toFixed(1)} MiB read, ${(used / MIB).toFixed(0)} MiB of memory, ${parts.length} parts`,
    )
  })
})
