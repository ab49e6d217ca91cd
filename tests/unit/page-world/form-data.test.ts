import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Told } from '../../../src/page-world/pause'
import { stubPageClasses } from '../../support/page-classes'

stubPageClasses()
class ProgressEvent extends Event {}
vi.stubGlobal('ProgressEvent', ProgressEvent)
const { filesOf, transferOf } = await import('../../../src/page-world/file-list')
const { inputs: inputsFor } = await import('../../../src/page-world/input')
const { forms: formsFor } = await import('../../../src/page-world/form')
const { watchFormData } = await import('../../../src/page-world/form-data')

type Done = (left: readonly (File | null)[] | null, told: Told) => void
let made = 0
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

/** What the browser does in the page's name. */
const sent = { fetch: vi.fn(), send: vi.fn(), sendBeacon: vi.fn() }
class XMLHttpRequest extends EventTarget {
  send(body: unknown) {
    sent.send(body)
  }
}
class Navigator {
  sendBeacon(_: string, body: unknown) {
    return sent.sendBeacon(body) ?? true
  }
}
const NodeFormData = FormData
/** Node's own takes no form. */
class BrowserFormData extends NodeFormData {
  constructor(form?: { readonly elements: { readonly all: readonly HTMLInputElement[] } }) {
    super()
    for (const { name } of form?.elements.all ?? []) this.append(name, '')
  }
}
const view = {
  FormData: BrowserFormData,
  XMLHttpRequest,
  Navigator,
  fetch: async (_: string, init: { body: unknown }) => sent.fetch(init.body),
}
watchFormData(inputs, formsFor(inputs))(view as never)
const page = view as unknown as {
  FormData: new (form?: unknown) => FormData
  fetch(address: string, init: object): Promise<unknown>
}

const Form = HTMLFormElement as unknown as new () => { readonly elements: { readonly all: HTMLInputElement[] } }
/** FormData of a form in which a photo has just been chosen. */
function heldData(): FormData {
  const form = new Form()
  const input = new HTMLInputElement()
  input.name = 'photo'
  form.elements.all.push(input)
  native?.call(input, filesOf(transferOf([photo()])))
  return new page.FormData(form)
}
const answer = (left: File | null) => held[0]?.(left ? [left] : null, () => {})

beforeEach(() => {
  held = []
  for (const one of Object.values(sent)) one.mockReset()
})

describe('FormData of a form while a photo in it is held', () => {
  it('has an empty field, and what the parent let go afterwards', () => {
    const data = heldData()
    expect(data.get('photo')).toBe('')
    const clean = photo()
    answer(clean)
    expect(data.get('photo')).toMatchObject({ name: clean.name })
  })

  it('keeps its field empty when the choice is cancelled, and gets none that the page took out', () => {
    const [cancelled] = [heldData()]
    answer(null)
    expect(cancelled.getAll('photo')).toEqual([''])
    held = []
    const without = heldData()
    without.delete('photo')
    answer(photo())
    expect(without.has('photo')).toBe(false)
  })

  it('is fetched once it is complete, or given up', async () => {
    const data = heldData()
    const fetched = page.fetch('/', { body: data })
    expect(sent.fetch).not.toHaveBeenCalled()
    const clean = photo()
    answer(clean)
    await fetched
    expect(sent.fetch.mock.calls[0]?.[0].get('photo')).toMatchObject({ name: clean.name })
    held = []
    const given = page.fetch('/', { body: heldData() })
    answer(null)
    await expect(given).rejects.toMatchObject({ name: 'AbortError' })
    expect(sent.fetch).toHaveBeenCalledOnce()
  })

  it('is sent by a request once it is complete, which is aborted when the choice is cancelled', () => {
    new XMLHttpRequest().send(heldData())
    expect(sent.send).not.toHaveBeenCalled()
    answer(photo())
    expect(sent.send).toHaveBeenCalledOnce()
    held = []
    const request = new XMLHttpRequest()
    const heard: string[] = []
    for (const type of ['abort', 'loadend']) request.addEventListener(type, () => heard.push(type))
    request.send(heldData())
    answer(null)
    expect(heard).toEqual(['abort', 'loadend'])
    expect(sent.send).toHaveBeenCalledOnce()
  })

  it('is sent as a beacon once it is complete, and never when the choice is cancelled', () => {
    const beacon = new Navigator()
    expect(beacon.sendBeacon('/', heldData())).toBe(true)
    expect(sent.sendBeacon).not.toHaveBeenCalled()
    answer(photo())
    expect(sent.sendBeacon).toHaveBeenCalledOnce()
    held = []
    beacon.sendBeacon('/', heldData())
    answer(null)
    expect(sent.sendBeacon).toHaveBeenCalledOnce()
  })

  it('waits for nothing that no form of a held photo made', async () => {
    const data = new page.FormData()
    data.append('text', 'words')
    await page.fetch('/', { body: data })
    new XMLHttpRequest().send(data)
    expect(sent.fetch).toHaveBeenCalledOnce()
    expect(sent.send).toHaveBeenCalledOnce()
  })
})
