import { describe, expect, it } from 'vitest'
import { AllocationWatch } from '../fuzz/allocation-watch'
import { GpsOracle } from '../fuzz/gps-oracle'
import { type Bytes, mutate } from '../fuzz/mutate'
import { Random } from '../fuzz/random'
import { Thread } from '../fuzz/thread'
import { PHOTOS } from '../support/corpus'

async function photo(name: string): Promise<Bytes> {
  const found = PHOTOS.find((candidate) => candidate.name.endsWith(name))
  if (!found) throw new Error(`no ${name}`)
  return found.bytes()
}

describe('the fuzzer', () => {
  it('makes the same broken photo of the same seed, and many different ones', async () => {
    const seeds = [await photo('png with everything, turned'), await photo('png with texts and a private chunk')]
    const made = (seed: string) => Buffer.from(mutate(seeds[0] ?? new Uint8Array(0), new Random(seed), seeds))
    const all = Array.from({ length: 200 }, (_, i) => made(`case ${i}`))
    expect(all.every((bytes, i) => bytes.equals(made(`case ${i}`)))).toBe(true)
    expect(new Set(all.map((bytes) => bytes.toString('base64'))).size).toBeGreaterThan(150)
  })

  it('notices a place in a released photo', async () => {
    const found: number[] = []
    const oracle = new GpsOracle('png', (index) => found.push(index))
    oracle.add(7, await photo('png with everything, turned'))
    oracle.add(8, await photo('png, way up 2'))
    await oracle.close()
    expect(found).toEqual([7])
    expect(oracle.asked).toBe(2)
  })

  it('notices a large allocation', async () => {
    const before = globalThis.Uint8Array
    const watch = new AllocationWatch()
    expect(new Uint8Array(3_000_000)).toBeInstanceOf(before)
    expect(watch.largest).toBe(3_000_000)
    watch.reset()
    await new Blob([new Uint8Array(10)]).arrayBuffer()
    expect(watch.largest).toBe(10)
    watch.stop()
    expect(globalThis.Uint8Array).toBe(before)
  })

  it('tells what came of a case', async () => {
    const thread = new Thread({ format: 'png', seed: 1, seeds: [await photo('png with everything, turned')] })
    const answers = []
    for (let index = 0; index < 20; index++) answers.push(await thread.run(index))
    await thread.close()
    expect(answers.filter((answer) => typeof answer === 'string' || answer.problem)).toEqual([])
    expect(answers.some((answer) => typeof answer !== 'string' && answer.outcome === 'cleaned')).toBe(true)
  })
})
