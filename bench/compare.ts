import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FormatName } from '../src/formats/format-facts'
import type { Photo } from '../tests/support/corpus'
import { type Look, lookAt } from './judge'
import { median } from './print-table'
import type { Tool } from './tool'

export const COMPARE_HEAD = ['format', 'tool', 'clean', 'refused', 'pixels ✗', 'way up ✗', 'ICC ✗', 'median ms', 'MB/s']

/** Timed runs of each file, after one that is not; the middle one counts. */
const RUNS = 3

/**
 * One row a tool: on how many files nothing personal is left, and what else happened to them. Only files in which
 * ExifTool finds something personal are asked for.
 */
export async function compare(
  format: FormatName,
  photos: readonly Photo[],
  tools: readonly Tool[],
): Promise<string[][]> {
  const scratch = mkdtempSync(join(tmpdir(), 'pausephoto-bench-'))
  const files: { readonly bytes: Uint8Array<ArrayBuffer>; readonly path: string; readonly before: Look }[] = []
  for (const photo of photos) {
    const bytes = await photo.bytes()
    const before = await lookAt(bytes)
    if (before.personal === 0) continue
    const path = photo.path ?? join(scratch, `${files.length}.${format}`)
    if (!photo.path) writeFileSync(path, bytes)
    files.push({ bytes, path, before })
  }
  const rows: string[][] = []
  for (const tool of tools.filter(({ formats }) => formats.includes(format))) {
    const count = { clean: 0, refused: 0, pixels: 0, wayUp: 0, icc: 0 }
    const times: number[] = []
    let done = 0
    for (const { bytes, path, before } of files) {
      const output = await tool.clean(bytes, path).catch(() => null)
      if (!output) {
        count.refused++
        continue
      }
      const after = await lookAt(new Uint8Array(output))
      if (after.personal === 0) count.clean++
      if (before.picture !== null && after.picture !== before.picture) count.pixels++
      if (before.orientation !== null && after.orientation !== before.orientation) count.wayUp++
      if (before.icc !== null && after.icc !== before.icc) count.icc++
      times.push(await timeOf(() => tool.clean(bytes, path)))
      done += bytes.length
    }
    const seconds = times.reduce((sum, time) => sum + time, 0) / 1000
    rows.push([
      format,
      tool.name,
      `${count.clean}/${files.length}`,
      ...[count.refused, count.pixels, count.wayUp, count.icc].map(String),
      times.length > 0 ? median(times).toFixed(1) : '–',
      seconds > 0 ? (done / 1e6 / seconds).toFixed(0) : '–',
    ])
  }
  rmSync(scratch, { recursive: true })
  return rows
}

/** Milliseconds of the middle run. */
async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let run = 0; run < RUNS; run++) {
    const start = performance.now()
    await work()
    times.push(performance.now() - start)
  }
  return median(times)
}
