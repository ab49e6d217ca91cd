import { expect, test } from 'vitest'
import type { FaceSearch } from '../../../../src/pictures/detect/face-finder'
import { albumOf, counted, looked, withJob, withStyle } from '../../../../src/pictures/editor/album-state'
import { toggled } from '../../../../src/pictures/editor/edit'

const named = (name: string, type = 'image/jpeg') => new File([name], name, { type })
const box = (x: number) => ({ x, y: 20, width: 30, height: 40 })
const found = (...faces: number[]): FaceSearch => ({
  ok: true,
  found: { width: 400, height: 300, faces: faces.map((x) => ({ box: box(x), score: 1 })) },
})

const [class1, class2, wall, film] = [named('1.jpg'), named('2.jpg'), named('wall.jpg'), named('film.mp4', 'video/mp4')]
const empty = () => albumOf([class1, film, class2, wall], () => undefined)

test('films are not in it, and nothing is hidden before it was looked at', () => {
  expect([...empty().keys()]).toEqual([class1, class2, wall])
  expect(counted(empty())).toEqual({ looked: 0, withFaces: 0, hiding: 0 })
})

test('every face found is hidden, a photo without one or that nobody could look at is left alone', () => {
  let album = looked(empty(), class1, found(10, 100))
  album = looked(album, wall, found())
  album = looked(album, class2, { ok: false, reason: 'too-slow' })
  expect(counted(album)).toEqual({ looked: 3, withFaces: 1, hiding: 1 })
  expect(album.get(class1)?.job?.order.regions).toHaveLength(2)
  expect(album.get(class2)).toEqual({ job: null, hides: false, state: 'failed' })
})

test('200 faces in one photo are all hidden', () => {
  const many = Array.from({ length: 200 }, (_, at) => at)
  expect(looked(empty(), class1, found(...many)).get(class1)?.job?.order.regions).toHaveLength(200)
})

test('what was corrected by hand stays, when the search comes late and when another style is chosen', () => {
  let album = looked(empty(), class1, found(10, 100))
  const job = album.get(class1)?.job
  if (!job) throw new Error('not looked at')
  const edit = toggled(job.edit, 0)
  album = withJob(album, class1, { ...job, edit, order: { ...job.order, regions: job.order.regions.slice(1) } })
  album = looked(album, class1, found(10, 100))
  album = withStyle(album, { kind: 'mosaic' })
  expect(album.get(class1)?.job?.order).toMatchObject({ style: { kind: 'mosaic' } })
  expect(album.get(class1)?.job?.order.regions).toHaveLength(1)
  expect(looked(album, class2, found(5)).get(class2)?.job?.edit.style).toEqual({ kind: 'mosaic' })
})
