import { expect, test } from 'vitest'
import { textSizeOf } from '../../../../src/pictures/detect/find-text'
import { readTextMap } from '../../../../src/pictures/detect/read-text-map'

const WIDTH = 64
const HEIGHT = 32

function mapWith(...patches: { x: number; y: number; width: number; height: number; value: number }[]): Float32Array {
  const map = new Float32Array(WIDTH * HEIGHT)
  for (const { x, y, width, height, value } of patches)
    for (let row = y; row < y + height; row++)
      for (let column = x; column < x + width; column++) map[row * WIDTH + column] = value
  return map
}

test('each patch of sure pixels is a text, grown to what its letters reach', () => {
  const boxes = readTextMap(
    mapWith({ x: 4, y: 4, width: 20, height: 4, value: 0.8 }, { x: 40, y: 20, width: 10, height: 5, value: 0.9 }),
    WIDTH,
    HEIGHT,
  )
  expect(boxes).toHaveLength(2)
  const [surest, other] = boxes
  expect(surest && surest.x < 40 && surest.x + surest.width > 50 && surest.y < 20).toBe(true)
  expect(other && other.y < 2 && other.y + other.height > 10).toBe(true)
})

test('noise is no text: unsure, or too small', () => {
  const unsure = { x: 4, y: 4, width: 20, height: 4, value: 0.4 }
  const small = { x: 40, y: 20, width: 10, height: 2, value: 0.9 }
  expect(readTextMap(mapWith(unsure, small), WIDTH, HEIGHT)).toEqual([])
})

test('a map that is text from edge to edge is one text', () => {
  expect(readTextMap(new Float32Array(WIDTH * HEIGHT).fill(1), WIDTH, HEIGHT)).toHaveLength(1)
})

test('pictures are looked at in sides that the model takes', () => {
  expect(textSizeOf({ width: 4000, height: 3000 })).toEqual({ width: 1280, height: 960 })
  expect(textSizeOf({ width: 1, height: 1 })).toEqual({ width: 32, height: 32 })
  expect(textSizeOf({ width: 20_000, height: 100 })).toEqual({ width: 1280, height: 32 })
})
