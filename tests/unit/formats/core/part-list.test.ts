import { describe, expect, it } from 'vitest'
import { Malformed } from '../../../../src/formats/core/malformed'
import { lengthOf } from '../../../../src/formats/core/part'
import { PartList } from '../../../../src/formats/core/part-list'
import { sourceOf } from '../../../../src/formats/core/source'

const listOf = (size: number) => new PartList(sourceOf(new Blob([new Uint8Array(size).map((_, at) => at)])))
const shape = async (list: PartList) => (await list.finish()).map((part) => [part.name, lengthOf(part)])

describe('PartList', () => {
  it('joins neighbours of one name and calls the rest "after the end"', async () => {
    const list = listOf(20)
    list.add('head', 8)
    list.add('IDAT', 10)
    list.add('IDAT', 12)
    list.add('IDAT', 12)
    expect(await shape(list)).toEqual([
      ['head', 8],
      ['IDAT', 4],
      ['after the end', 8],
    ])
  })

  it.each([0x00, 0x0a, 0xff])('calls a rest of nothing but 0x%i padding, which says nothing', async (filler) => {
    const list = new PartList(sourceOf(new Blob([new Uint8Array(300_000).fill(filler)])))
    list.add('head', 8)
    expect(await list.finish()).toMatchObject([{ name: 'head' }, { name: 'padding after the end' }])
    expect((await list.finish()).some(({ block }) => block)).toBe(false)
  })

  it('keeps neighbours apart that have a block', async () => {
    const list = listOf(4)
    list.add('tEXt', 2, { type: 'text', start: 0, end: 2 })
    list.add('tEXt', 4, { type: 'text', start: 2, end: 4 })
    expect(await shape(list)).toHaveLength(2)
  })

  it('refuses a part behind the file and one that ends before it begins', () => {
    const list = listOf(8)
    list.add('head', 4)
    expect(() => list.add('long', 9)).toThrow(Malformed)
    expect(() => list.add('backwards', 3)).toThrow(Malformed)
  })

  it('refuses more parts than a picture has', () => {
    const list = listOf(100_000)
    expect(() => {
      for (let end = 1; end <= 100_000; end++) list.add(`${end % 2}`, end)
    }).toThrow(Malformed)
  })
})
