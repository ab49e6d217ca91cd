import { expect, test, vi } from 'vitest'
import { canHandOver, handOver } from '../../../web/hand-over'

const photo = new File(['photo'], 'photo.jpg', { type: 'image/jpeg' })

test('files are handed over alone, without words beside them', async () => {
  const share = vi.fn().mockResolvedValue(undefined)
  expect(await handOver([photo], { share })).toBe('handed-over')
  expect(share).toHaveBeenCalledWith({ files: [photo] })
})

test('closing the share sheet is no fault, anything else is', async () => {
  const failing = (name: string) => ({ share: () => Promise.reject(new DOMException('no', name)) })
  expect(await handOver([photo], failing('AbortError'))).toBe('cancelled')
  expect(await handOver([photo], failing('NotAllowedError'))).toBe('not-possible')
  expect(await handOver([photo], {})).toBe('not-possible')
})

test('nothing is offered where the browser cannot', () => {
  const share = () => Promise.resolve()
  expect(canHandOver([photo], { share, canShare: () => true })).toBe(true)
  expect(canHandOver([photo], { share, canShare: () => false })).toBe(false)
  expect(canHandOver([], { share, canShare: () => true })).toBe(false)
  expect(canHandOver([photo], { share })).toBe(false)
  const broken = () => {
    throw new TypeError('a kind it does not know')
  }
  expect(canHandOver([photo], { share, canShare: broken })).toBe(false)
})
