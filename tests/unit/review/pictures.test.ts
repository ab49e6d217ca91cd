import { expect, it } from 'vitest'
import { createPictures } from '../../../src/review/pictures'

const noWorker = () => {
  throw new Error('no Worker decodes videos')
}
const film = (name: string) => new File(['x'], name, { type: 'video/mp4' })

it('takes the first frame of videos one after the other, and one that fails stops no other', async () => {
  const steps: string[] = []
  const frame = {} as ImageBitmap
  const pictures = createPictures(noWorker, 1, async (file) => {
    const { name } = file as File
    steps.push(`begin ${name}`)
    await Promise.resolve()
    steps.push(`end ${name}`)
    if (name === 'broken.mp4') throw new Error('broken')
    return frame
  })
  const [first, second] = await Promise.allSettled([
    pictures.thumbnail(film('broken.mp4'), 64),
    pictures.thumbnail(film('holiday.mp4'), 64),
  ])
  expect(first.status).toBe('rejected')
  expect(second).toEqual({ status: 'fulfilled', value: frame })
  expect(steps).toEqual(['begin broken.mp4', 'end broken.mp4', 'begin holiday.mp4', 'end holiday.mp4'])
})
