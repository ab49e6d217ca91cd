import { readFile } from 'node:fs/promises'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { decodeWithSharp } from '../../scripts/check/decode-with-sharp'
import { facesIn } from '../../scripts/check/faces-in-node'
import { hideFound } from '../../scripts/check/hide-found'
import { createEngine } from '../../src/review/engine'
import { FACE_PHOTOS } from '../support/face-photos'

describe('faces in photos of people', () => {
  const found = new Map<string, number>()

  test.each(FACE_PHOTOS)('$name', async ({ name, path, faces }) => {
    const search = await facesIn(await readFile(path))
    const hit = faces.filter(([x, y]) =>
      search.faces.some(({ box }) => contains(box, x * search.width, y * search.height)),
    )
    found.set(name, hit.length)
    expect(hit).toHaveLength(faces.length)
  })

  test('are 22, and the count can fail', () => {
    expect([...found.values()].reduce((sum, count) => sum + count, 0)).toBe(22)
  })

  test('are not found where there are none', async () => {
    const sky = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#7fb2e5' } })
      .jpeg()
      .toBuffer()
    expect((await facesIn(sky)).faces).toEqual([])
  })
})

test('what is hidden on the command line is not found again, by the same eyes', async () => {
  const [photo] = FACE_PHOTOS
  if (!photo) throw new Error('no photo')
  const file = new File([Uint8Array.from(await readFile(photo.path))], 'friends.jpg')
  const hidden = await hideFound(file, ['faces'], createEngine({ decode: decodeWithSharp }))
  expect(hidden?.counts.faces).toBeGreaterThanOrEqual(photo.faces.length)
  if (!hidden?.copy) throw new Error('no copy')
  const again = await facesIn(new Uint8Array(await hidden.copy.arrayBuffer()))
  const seen = photo.faces.filter(([x, y]) =>
    again.faces.some(({ box }) => contains(box, x * again.width, y * again.height)),
  )
  expect(seen).toEqual([])
})

function contains(box: { x: number; y: number; width: number; height: number }, x: number, y: number): boolean {
  return x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height
}
