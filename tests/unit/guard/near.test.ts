import { afterEach, expect, it, vi } from 'vitest'
import type { FileDecision } from '../../../src/bridge/verdict'
import { broughtNear } from '../../../src/guard/near'

const photo = (text: string) => new File([text], `${text}.jpg`, { type: 'image/jpeg', lastModified: 1_000_000 })
const replaced = (file: File): FileDecision => ({ as: 'replaced', file })
const fileOf = (decision: FileDecision | undefined) => (decision?.as === 'replaced' ? decision.file : undefined)

afterEach(() => vi.useRealTimers())

it('copies what was cleaned, and nothing else', async () => {
  const cleaned = photo('cleaned')
  const near = await broughtNear([{ as: 'original' }, replaced(cleaned), { as: 'omitted' }])
  expect([near[0], near[2]]).toEqual([{ as: 'original' }, { as: 'omitted' }])
  const copy = fileOf(near[1])
  expect(copy).not.toBe(cleaned)
  expect(await copy?.text()).toBe('cleaned')
  expect([copy?.name, copy?.type, copy?.lastModified]).toEqual(['cleaned.jpg', 'image/jpeg', 1_000_000])
})

it('leaves what would take too much memory where it is, and still copies a small one behind it', async () => {
  const [small, large, last] = [photo('small'), photo('a much larger one'), photo('last')]
  const near = await broughtNear([small, large, last].map(replaced), 9)
  expect(near.map(fileOf).map((file, at) => file === [small, large, last][at])).toEqual([false, true, false])
})

it('hands on as it is what cannot be read', async () => {
  const gone = photo('gone')
  vi.spyOn(gone, 'arrayBuffer').mockRejectedValue(new DOMException('gone', 'NotFoundError'))
  expect(fileOf((await broughtNear([replaced(gone)]))[0])).toBe(gone)
})

it('does not wait for bytes that do not come', async () => {
  vi.useFakeTimers()
  const stuck = photo('stuck')
  vi.spyOn(stuck, 'arrayBuffer').mockReturnValue(new Promise(() => undefined))
  const near = broughtNear([replaced(stuck), replaced(photo('other'))])
  await vi.advanceTimersByTimeAsync(1000)
  expect(fileOf((await near)[0])).toBe(stuck)
  expect(fileOf((await near)[1])?.name).toBe('other.jpg')
})
