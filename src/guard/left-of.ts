import { PHOTO } from '../bridge/photo'
import type { Review } from './reading'

/**
 * What is left of each file once the photos among them were reviewed, in order; undefined when the pause cannot be shown.
 * Throws AbortError when the choice is cancelled.
 */
export async function leftOf(files: readonly File[], review: Review): Promise<readonly (File | null)[] | undefined> {
  const photos = files.filter(isPhoto)
  const left = photos.length > 0 ? await review(photos) : []
  if (left === null) throw new DOMException('The user aborted a request.', 'AbortError')
  return (
    left &&
    files.map((file) => {
      const photo = left[photos.indexOf(file)]
      return photo === undefined || photo === true ? file : photo
    })
  )
}

export const isPhoto = ({ type, name }: File): boolean => PHOTO.test(`${type} ${name}`)
