import { describe, expect, test } from 'vitest'
import { all, firstEdit, hidesAnything, orderOf, toggled, withTexts } from '../../../../src/pictures/editor/edit'
import { begin, change, redo, undo } from '../../../../src/pictures/editor/history'
import { maskOf } from '../../../../src/pictures/hide/mask'

const box = (x: number) => ({ x, y: 100, width: 50, height: 80 })
const picture = { width: 400, height: 300 }

describe('an edit', () => {
  test('begins with every face hidden, so that all but one takes one press', () => {
    const edit = toggled(firstEdit([box(10), box(100), box(200)]), 1)
    expect(edit.marks.map(({ hidden }) => hidden)).toEqual([true, false, true])
    expect(orderOf(edit, picture).regions).toHaveLength(2)
  })

  test('hides and keeps all of a kind', () => {
    const edit = withTexts(firstEdit([box(10)]), [box(300)])
    expect(hidesAnything(all(all(edit, 'face', false), 'text', false))).toBe(false)
    expect(orderOf(all(edit, 'face', false), picture).regions).toEqual([
      expect.objectContaining({ shape: 'rectangle' }),
    ])
  })

  test('covers more than what was found', () => {
    const [region] = orderOf(firstEdit([box(100)]), picture).regions
    expect(region).toMatchObject({ shape: 'ellipse' })
    const { regionOf } = maskOf(picture, 1, { width: 1, height: 1 }, region ? [region] : [])
    for (const [x, y] of [
      [100, 100],
      [149, 100],
      [100, 179],
      [149, 179],
    ] as const)
      expect(regionOf[y * picture.width + x], `${x}, ${y}`).toBe(1)
  })

  test('takes away by the eraser what was covered before it, and nothing drawn later', () => {
    const stroke = { points: [{ x: 50, y: 50 }], radius: 20 }
    const brush = { shape: 'stroke', stroke } as const
    const eraser = { shape: 'erase', stroke: { ...stroke, radius: 40 } } as const
    const cell = { width: 1, height: 1 }
    const covered = (...regions: (typeof brush | typeof eraser)[]) =>
      maskOf(picture, 1, cell, regions).regionOf.some((region) => region > 0)
    expect(covered(brush)).toBe(true)
    expect(covered(brush, eraser)).toBe(false)
    expect(covered(eraser, brush)).toBe(true)
  })
})

test('history goes back and forward, and a new change ends the way forward', () => {
  const three = change(change(begin(1), 2), 3)
  expect(undo(three).now).toBe(2)
  expect(redo(undo(three)).now).toBe(3)
  expect(change(undo(three), 4)).toEqual({ past: [1, 2], now: 4, future: [] })
  expect(undo(begin(1)).now).toBe(1)
  expect(redo(begin(1)).now).toBe(1)
})
