import { describe, expect, it, vi } from 'vitest'
import { reviewedFiles } from '../../../src/guard/reviewed-files'

const letter = new File(['words'], 'letter.txt', { type: 'text/plain' })
const photo = new File(['photo'], 'photo.jpg', { type: 'image/jpeg' })
const unnamed = new File(['photo'], 'photo.HEIC')
const cleaned = new File(['clean'], 'photo.jpg', { type: 'image/jpeg' })
const released = (...decisions: ({ as: 'original' } | { as: 'omitted' } | { as: 'replaced'; file: File })[]) =>
  ({ outcome: 'released', decisions }) as const

describe('what a page may have of the files that it reads', () => {
  it('is reviewed as far as it is a photo, by type or by name', async () => {
    const review = vi.fn(async () => released({ as: 'replaced', file: cleaned }, { as: 'original' }))
    expect(await reviewedFiles([letter, photo, unnamed], review)).toEqual([letter, cleaned, unnamed])
    expect(review).toHaveBeenCalledWith([photo, unnamed])
  })

  it('is nothing where the parent left one out, or where no decision came', async () => {
    const review = async () => released({ as: 'omitted' }, { as: 'original' })
    expect(await reviewedFiles([photo, unnamed], review)).toEqual([null, unnamed])
    expect(await reviewedFiles([photo, unnamed], async () => released({ as: 'original' }))).toEqual([photo, null])
  })

  it('is all, unasked, when there is no photo', async () => {
    const review = vi.fn(async () => 'cancelled' as const)
    expect(await reviewedFiles([letter], review)).toEqual([letter])
    expect(review).not.toHaveBeenCalled()
  })

  it('is an AbortError when the choice is cancelled, and says when nobody could be asked', async () => {
    await expect(reviewedFiles([photo], async () => 'cancelled')).rejects.toMatchObject({ name: 'AbortError' })
    expect(await reviewedFiles([photo], async () => 'unavailable')).toBe('unavailable')
  })
})
