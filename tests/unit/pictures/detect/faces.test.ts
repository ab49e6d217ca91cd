import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { grown, overlap } from '../../../../src/pictures/detect/box'
import { findFaces } from '../../../../src/pictures/detect/find-faces'
import { groupFaces } from '../../../../src/pictures/detect/group'
import { BOXES_LENGTH, readOutput, SCORES_LENGTH } from '../../../../src/pictures/detect/read-output'
import { readTile, TILE_PIXELS, tilesOver } from '../../../../src/pictures/detect/tiles'

const square = (x: number, y: number, side: number) => ({ x, y, width: side, height: side })
const whole = { x: 0, y: 0, innerBorders: { left: false, top: false, right: false, bottom: false } }

/** What a model says that sees a square of `side` around the place `column`, `row` of its grid. */
function output(...faces: readonly (readonly [column: number, row: number, side: number, logit: number])[]) {
  const boxes = new Float32Array(BOXES_LENGTH)
  const scores = new Float32Array(SCORES_LENGTH).fill(-20)
  for (const [column, row, side, logit] of faces) {
    const place = row * 48 + column
    boxes.set([0, 0, side, side], place * 16)
    scores[place] = logit
  }
  return { boxes, scores }
}

describe('tiles', () => {
  test('cover every pixel, and neighbours share 64', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1536 }), fc.integer({ min: 1, max: 1536 }), (width, height) => {
        const tiles = tilesOver(width, height)
        expect(Math.max(...tiles.map(({ x }) => x)) + TILE_PIXELS).toBeGreaterThanOrEqual(width)
        expect(Math.max(...tiles.map(({ y }) => y)) + TILE_PIXELS).toBeGreaterThanOrEqual(height)
        const columns = [...new Set(tiles.map(({ x }) => x))]
        for (const [at, x] of columns.slice(1).entries()) expect(x - (columns[at] ?? 0)).toBe(TILE_PIXELS - 64)
      }),
      { numRuns: 50 },
    )
  })

  test('are black outside of the picture, and −1 to 1 inside', () => {
    const input = new Float32Array(TILE_PIXELS * TILE_PIXELS * 3)
    readTile({ width: 1, height: 1, data: Uint8Array.of(255, 0, 127, 9) }, { x: 0, y: 0 }, input)
    expect([...input.subarray(0, 6)]).toEqual([1, -1, expect.closeTo(127 / 127.5 - 1), -1, -1, -1])
  })
})

describe('the output of a model', () => {
  test('is a box around a place of the grid', () => {
    const { boxes, scores } = output([10, 20, 40, 3])
    const [face] = readOutput(boxes, scores, { ...whole, x: 128, y: 0 })
    expect(face?.box).toEqual(square(10.5 * 4 - 20 + 128, 20.5 * 4 - 20, 40))
    expect(face?.score).toBeCloseTo(0.953, 3)
  })

  test('says one face once, and leaves what it doubts', () => {
    const { boxes, scores } = output([10, 20, 40, 3], [11, 20, 40, 2], [40, 40, 20, -2])
    expect(readOutput(boxes, scores, whole)).toHaveLength(1)
  })

  test('leaves a face that another tile has whole', () => {
    const { boxes, scores } = output([1, 20, 40, 3])
    expect(readOutput(boxes, scores, whole)).toHaveLength(1)
    expect(readOutput(boxes, scores, { ...whole, innerBorders: { ...whole.innerBorders, left: true } })).toEqual([])
  })
})

describe('groups', () => {
  const seen = (x: number, score: number, seenBy: string) => ({ box: square(x, 0, 40), score, seenBy })

  test('one model that is sure is enough, and several that are not', () => {
    expect(groupFaces([seen(0, 0.66, 'a')])).toHaveLength(1)
    expect(groupFaces([seen(0, 0.6, 'a')])).toHaveLength(0)
    expect(groupFaces([seen(0, 0.5, 'a'), seen(2, 0.4, 'b')])).toHaveLength(1)
  })

  test('one model counts once, however often it saw a face', () => {
    expect(groupFaces([seen(0, 0.5, 'a'), seen(1, 0.45, 'a'), seen(2, 0.4, 'a')])).toHaveLength(0)
  })

  test('what lies within a surer face goes', () => {
    const eye = { box: square(10, 10, 10), score: 0.7, seenBy: 'a' }
    expect(groupFaces([seen(0, 0.9, 'a'), eye])).toHaveLength(1)
  })
})

test('a crowd is looked at more finely, by one model', async () => {
  const looked: string[] = []
  const pixels = (longSide: number) => ({ width: longSide, height: 192, data: new Uint8Array(longSide * 192 * 4) })
  const crowd = output([8, 24, 24, 5], [20, 24, 24, 5], [32, 24, 24, 5])
  const nobody = output()
  const found = async (faces: typeof crowd) => {
    looked.length = 0
    let longSide = 0
    await findFaces(
      { width: 7680, height: 1920 },
      (side) => {
        longSide = side
        return pixels(side)
      },
      async (model) => {
        looked.push(`${model} ${longSide}`)
        return faces
      },
    )
    return [...new Set(looked)]
  }
  const usual = [768, 384, 192].flatMap((side) => [`sparse ${side}`, `dense ${side}`])
  expect(await found(nobody)).toEqual(usual)
  expect(await found(crowd)).toEqual([...usual, 'dense 1536'])
})

test('an aborted search ends', async () => {
  const stop = AbortSignal.abort(new Error('enough'))
  const level = { width: 10, height: 10, data: new Uint8Array(400) }
  await expect(
    findFaces(
      { width: 10, height: 10 },
      () => level,
      async () => output(),
      stop,
    ),
  ).rejects.toThrow('enough')
})

test('a box grows up to the edge of the picture', () => {
  expect(grown(square(10, 10, 100), { sides: 0.2, up: 0.5, down: 0 }, { width: 115, height: 500 })).toEqual({
    x: 0,
    y: 0,
    width: 115,
    height: 110,
  })
  expect(overlap(square(0, 0, 10), square(20, 0, 10))).toBe(0)
})
