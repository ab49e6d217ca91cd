import { describe, expect, it } from 'vitest'
import type { Row } from '../../../src/checker/worklist'
import { copyOf, type Tally, zipOf } from '../../../src/checker/zip'
import type { Engine, Inspection } from '../../../src/review/engine-contract'

const found: Inspection = { outcome: 'found', format: 'jpeg', findings: [] }
const nothing: Inspection = { outcome: 'nothing-found', format: 'jpeg', findings: [] }
const unchecked: Inspection = { outcome: 'cannot-check', format: null, findings: [], reason: 'malformed' }

const row = (path: string, inspection: Inspection | null): Row => ({
  file: new File([path], path.replace(/.*\//, '')),
  path,
  inspection,
})

/** Cleans every file into one whose bytes say so, under a neutral name. */
const engine: Engine = {
  inspect: async (file) => ((await file.text()).startsWith('cleaned ') ? nothing : found),
  clean: async ({ size, type }) => {
    const bytes = 'cleaned '
    const pieces = [{ kind: 'bytes', bytes } as const, { kind: 'slice', start: 0, end: size } as const]
    return {
      outcome: 'cleaned',
      recipe: { name: 'photo.jpg', type, size: size + bytes.length, pieces },
      changed: true,
      removed: [],
      kept: [],
    }
  },
}
const refusing: Engine = { ...engine, clean: async () => ({ outcome: 'refused', reason: 'not-proved' }) }
const running = new AbortController().signal

async function zipped(rows: readonly Row[], by: Engine, signal = running) {
  const tally: Tally = { saved: 0, leftOut: 0 }
  let steps = 0
  const bytes = new Uint8Array(
    await zipOf(
      rows,
      (row, stop) => copyOf(row, by, stop),
      tally,
      () => steps++,
      signal,
    ).arrayBuffer(),
  )
  return { tally, steps, text: new TextDecoder('latin1').decode(bytes) }
}

describe('a zip of the list', () => {
  it('holds cleaned copies, files in which nothing was found, and nothing that could not be checked', async () => {
    const rows = [
      row('a/IMG_1.jpg', found),
      row('plain.png', nothing),
      row('broken.jpg', unchecked),
      row('new.jpg', null),
    ]
    const { tally, steps, text } = await zipped(rows, engine)
    expect(tally).toEqual({ saved: 2, leftOut: 2 })
    expect(steps).toBe(4)
    expect(text).toContain('cleaned a/IMG_1.jpg')
    expect(text).toContain('plain.png')
    expect(text).not.toContain('broken.jpg')
    expect(text).not.toContain('new.jpg')
  })

  it('leaves out a file of which no copy was confirmed, also as it was', async () => {
    const { tally, text } = await zipped([row('IMG_1.jpg', found)], refusing)
    expect(tally).toEqual({ saved: 0, leftOut: 1 })
    expect(text).not.toContain('IMG_1')
  })

  it('gives every file a name of its own inside its folder', async () => {
    const { text } = await zipped([row('a/1.jpg', found), row('a/2.jpg', found), row('b/3.jpg', found)], engine)
    for (const name of ['a/photo.jpg', 'a/photo-2.jpg', 'b/photo.jpg']) expect(text).toContain(name)
  })

  it('stops when the parent stops it', async () => {
    const given = new AbortController()
    given.abort(new Error('stopped'))
    await expect(zipped([row('1.jpg', found)], engine, given.signal)).rejects.toThrow('stopped')
  })
})

it('never gives out a copy in which something is found, or that is of another kind', async () => {
  const looking = (inspection: Inspection): Engine => ({ ...engine, inspect: async () => inspection })
  for (const again of [found, unchecked, { ...nothing, format: 'png' } as const]) {
    expect(await copyOf(row('1.jpg', found), looking(again), running)).toBeNull()
  }
  expect((await copyOf(row('1.jpg', found), looking(nothing), running))?.name).toBe('photo.jpg')
})

it('never gives out an original in which something was found', async () => {
  expect(await copyOf(row('1.jpg', found), refusing, running)).toBeNull()
})
