import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Told } from '../../../src/page-world/pause'
import { stubPageClasses } from '../../support/page-classes'

stubPageClasses()
const { inputs } = await import('../../../src/page-world/input')
const { transferOf, filesOf } = await import('../../../src/page-world/file-list')

type Done = (left: readonly (File | null)[] | null, told: Told) => void
const photo = (name = 'photo.jpg') => new File(['photo'], name, { type: 'image/jpeg' })
const letter = new File(['words'], 'letter.txt', { type: 'text/plain' })

/** What the browser does: it never goes through the wrapped setter. */
const native = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'files')?.set
const fill = (input: HTMLInputElement, files: File[]) => native?.call(input, filesOf(transferOf(files)))

let held: { files: readonly File[]; done: Done }[]
let input: HTMLInputElement
const pause = {
  way: { pausephoto: () => {} },
  tell: vi.fn(),
  read: vi.fn(),
  withdraw: vi.fn(),
  hold: vi.fn((_: unknown, files: readonly File[], done: Done) => held.push({ files, done })),
}
const watched = inputs(pause, () => {})
watched.wrapReadings(globalThis as never)

beforeEach(() => {
  held = []
  input = new HTMLInputElement()
})

describe('an input that the browser filled', () => {
  it('looks empty to whoever reads it, and that reading asks', () => {
    const one = photo()
    fill(input, [one])
    expect(input.files).toHaveLength(0)
    expect(held.map(({ files }) => files)).toEqual([[one]])
    expect(input.value).toBe('')
    expect(held).toHaveLength(1)
  })

  it('tells the page of what is left, which may then be read, set and set again', () => {
    const [one, two] = [photo('one.jpg'), photo('two.jpg')]
    const cleaned = photo('clean.jpg')
    fill(input, [one, two])
    expect(watched.check(input)).toBe(true)
    const seen: unknown[] = []
    for (const type of ['input', 'change']) input.addEventListener(type, () => seen.push([type, input.files?.[0]]))
    const told = vi.fn()
    held[0]?.done([cleaned, null], told)
    expect(seen).toEqual([
      ['input', cleaned],
      ['change', cleaned],
    ])
    expect(told).toHaveBeenCalledWith(true)
    const other = new HTMLInputElement()
    other.files = input.files
    expect(other.files?.[0]).toBe(cleaned)
    expect(held).toHaveLength(1)
  })

  it('is empty again, and says so, when the choice is cancelled', () => {
    fill(input, [photo()])
    watched.check(input)
    const cancelled = vi.fn()
    input.addEventListener('cancel', cancelled)
    held[0]?.done(null, () => {})
    expect(cancelled).toHaveBeenCalledOnce()
    expect(input.files).toHaveLength(0)
    expect(watched.check(input)).toBe(false)
  })

  it('gives copies of its files, as of a clone, what was left of them, and asks no more', () => {
    const one = photo('cloned.jpg')
    const cleaned = photo('cloned-clean.jpg')
    const clone = new HTMLInputElement()
    const copyOf = (file: File) => new File([file], file.name, { type: file.type, lastModified: file.lastModified })
    fill(input, [one])
    watched.check(input, true)
    fill(clone, [copyOf(one)])
    expect(clone.files).toHaveLength(0)
    held[0]?.done([cleaned], () => {})
    fill(clone, [copyOf(cleaned)])
    expect(clone.files?.[0]).toBe(cleaned)
    fill(clone, [copyOf(one)])
    expect(clone.files?.[0]).toBe(cleaned)
    expect(held).toHaveLength(1)
    fill(input, [copyOf(one)])
    watched.check(input, true)
    expect(held).toHaveLength(2)
    held[1]?.done(null, () => {})
    fill(clone, [copyOf(one)])
    expect(clone.files).toHaveLength(0)
    expect(held).toHaveLength(3)
  })

  it('in a frame that another script of ours watches too takes back what that one made, and asks for nothing else', () => {
    Object.assign(input, { owner: {} })
    const copyOf = (file: File) => new File([file], file.name, { type: file.type, lastModified: file.lastModified })
    const [one, cleaned] = [photo('framed.jpg'), new File(['cleaned'], 'framed.jpg', { type: 'image/jpeg' })]
    fill(input, [one])
    watched.check(input, true)
    held[0]?.done([cleaned], () => {})
    fill(input, [copyOf(cleaned)])
    expect(watched.check(input, true)).toBe(false)
    expect(input.files?.[0]).toBe(cleaned)
    fill(input, [copyOf(one)])
    expect(watched.check(input, true)).toBe(true)
    held[1]?.done(held[1].files, () => {})
    fill(input, [copyOf(one)])
    expect(watched.check(input, true)).toBe(true)
    expect(held).toHaveLength(3)
  })

  it('shows at once what is no picture', () => {
    fill(input, [letter])
    expect(input.files?.[0]).toBe(letter)
    expect(held).toEqual([])
  })

  it('shows at once what the page put there itself', () => {
    input.files = filesOf(transferOf([photo()]))
    expect(input.files).toHaveLength(1)
    expect(held).toEqual([])
  })

  it('asks for the later of two choices only', () => {
    fill(input, [photo('first.jpg')])
    watched.check(input)
    fill(input, [photo('second.jpg')])
    watched.check(input)
    expect(pause.withdraw).toHaveBeenCalledWith(1)
    expect(held.at(-1)?.files[0]?.name).toBe('second.jpg')
  })

  it('lets others wait until nothing of it is held', () => {
    const heard = vi.fn()
    const one = photo()
    fill(input, [one])
    watched.check(input)
    watched.whenSettled(input, heard)
    held[0]?.done([one], () => {})
    expect(heard).toHaveBeenCalledWith([one])
    held[0]?.done([one], () => {})
    expect(heard).toHaveBeenCalledOnce()
  })
})
