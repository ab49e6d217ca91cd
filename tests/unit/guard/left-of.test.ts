import { describe, expect, it, vi } from 'vitest'
import { leftOf } from '../../../src/guard/left-of'

const letter = new File(['words'], 'letter.txt', { type: 'text/plain' })
const photo = new File(['photo'], 'photo.jpg', { type: 'image/jpeg' })
const unnamed = new File(['photo'], 'photo.HEIC')
const cleaned = new File(['clean'], 'photo.jpg', { type: 'image/jpeg' })

describe('what is left of the files that a page reads', () => {
  it('is reviewed as far as it is a photo, by type or by name', async () => {
    const review = vi.fn(async () => [cleaned, true] as const)
    expect(await leftOf([letter, photo, unnamed], review)).toEqual([letter, cleaned, unnamed])
    expect(review).toHaveBeenCalledWith([photo, unnamed])
  })

  it('is nothing where the parent left one out', async () => {
    expect(await leftOf([photo, unnamed], async () => [null, true])).toEqual([null, unnamed])
  })

  it('is all, unasked, when there is no photo', async () => {
    const review = vi.fn(async () => null)
    expect(await leftOf([letter], review)).toEqual([letter])
    expect(review).not.toHaveBeenCalled()
  })

  it('is an AbortError when the choice is cancelled, and undefined when nobody could be asked', async () => {
    await expect(leftOf([photo], async () => null)).rejects.toMatchObject({ name: 'AbortError' })
    expect(await leftOf([photo], async () => undefined)).toBeUndefined()
  })
})
