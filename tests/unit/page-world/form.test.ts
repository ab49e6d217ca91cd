import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Told } from '../../../src/page-world/pause'
import { stubPageClasses } from '../../support/page-classes'

stubPageClasses()
const { filesOf, transferOf } = await import('../../../src/page-world/file-list')
const { inputs: inputsFor } = await import('../../../src/page-world/input')
const { forms: formsFor } = await import('../../../src/page-world/form')

type Done = (left: readonly (File | null)[] | null, told: Told) => void
let made = 0
/** No two have the same name: what was answered for one would stand for the other. */
const photo = () => new File(['photo'], `${++made}.jpg`, { type: 'image/jpeg' })
const native = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'files')?.set

let held: Done[]
const inputs = inputsFor(
  {
    way: { pausephoto: () => {} },
    tell: vi.fn(),
    read: vi.fn(),
    withdraw: vi.fn(),
    hold: (_: unknown, __: unknown, done: Done) => held.push(done),
  },
  () => {},
)
const forms = formsFor(inputs)
const Form = HTMLFormElement as unknown as new () => HTMLFormElement & {
  readonly sent: readonly unknown[]
  readonly elements: { readonly all: HTMLInputElement[] }
}
let form: InstanceType<typeof Form>
beforeEach(() => {
  held = []
  form = new Form()
})

/** An input of the form in which the visitor has just chosen a photo. */
function chosen(file: File, name = 'photo'): HTMLInputElement {
  const input = new HTMLInputElement()
  input.name = name
  form.elements.all.push(input)
  native?.call(input, filesOf(transferOf([file])))
  return input
}
const answer = (left: File | null, which = 0) => held[which]?.(left ? [left] : null, () => {})

/** What the browser sends at this moment, were it to. */
function heard(type: 'submit' | 'formdata', data = new FormData()) {
  const Made = { submit: SubmitEvent, formdata: FormDataEvent }[type]
  const event = new Made(type, { cancelable: true, formData: data } as never)
  Object.defineProperty(event, 'isTrusted', { value: true })
  form.addEventListener(type, (sent) => forms.way[type]?.(sent), { once: true })
  form.dispatchEvent(event)
  return event
}

describe('a form that is sent while a photo in it is held', () => {
  it('waits, and goes once the parent has answered', () => {
    chosen(photo())
    expect(heard('submit').defaultPrevented).toBe(true)
    expect(form.sent).toEqual([])
    answer(photo())
    expect(form.sent).toEqual(['requestSubmit'])
  })

  it('waits for every photo in it', () => {
    chosen(photo(), 'one')
    chosen(photo(), 'two')
    heard('submit')
    answer(photo(), 0)
    expect(form.sent).toEqual([])
    answer(photo(), 1)
    expect(form.sent).toEqual(['requestSubmit'])
  })

  it('goes once, however often it was sent meanwhile', () => {
    chosen(photo())
    heard('submit')
    heard('submit')
    answer(photo())
    expect(form.sent).toEqual(['requestSubmit'])
  })

  it('does not go when the choice is cancelled', () => {
    chosen(photo())
    heard('submit')
    answer(null)
    expect(form.sent).toEqual([])
  })

  it('is the browser’s alone when nothing in it is held', () => {
    expect(heard('submit').defaultPrevented).toBe(false)
    const input = chosen(photo())
    expect(inputs.check(input)).toBe(true)
    answer(photo())
    expect(heard('submit').defaultPrevented).toBe(false)
  })
})

describe('what a form is made of', () => {
  it('has no file that nobody has answered for, whoever made it, and keeps the rest of its field', () => {
    const original = photo()
    chosen(original)
    const data = new FormData()
    data.append('photo', original)
    data.append('photo', 'a text of the same name')
    data.append('text', 'words')
    heard('formdata', data)
    expect([...data]).toEqual([
      ['text', 'words'],
      ['photo', 'a text of the same name'],
    ])
    expect(held).toHaveLength(1)
  })

  it('keeps the empty field that the browser makes of a held photo, in which the answer goes', () => {
    chosen(photo())
    const data = new FormData()
    data.append('photo', new File([], ''))
    heard('formdata', data)
    expect(data.getAll('photo')).toMatchObject([{ name: '', size: 0 }])
  })

  it('has what the parent let go', () => {
    const clean = photo()
    const input = chosen(photo())
    inputs.check(input)
    answer(clean)
    const data = new FormData()
    data.append('photo', 'as the browser has it')
    heard('formdata', data)
    expect([...data]).toEqual([['photo', 'as the browser has it']])
    expect(held).toHaveLength(1)
  })
})
