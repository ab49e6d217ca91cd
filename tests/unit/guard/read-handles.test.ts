import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Released } from '../../../src/guard/read-for-page'

class FileSystemFileHandle {
  readonly kind = 'file'
  constructor(
    readonly name: string,
    public file: File,
  ) {}
  async getFile() {
    return this.file
  }
  async isSameEntry(other: unknown) {
    return other instanceof FileSystemFileHandle && other.name === this.name
  }
}
class FileSystemDirectoryHandle {
  readonly kind = 'directory'
  constructor(readonly inside: readonly (FileSystemFileHandle | FileSystemDirectoryHandle)[]) {}
  async *values() {
    yield* this.inside
  }
}
vi.stubGlobal('FileSystemFileHandle', FileSystemFileHandle)
vi.stubGlobal('FileSystemDirectoryHandle', FileSystemDirectoryHandle)
const { readHandles } = await import('../../../src/guard/read-handles')

let made = 0
const handle = (type = 'image/jpeg') => {
  const name = `${++made}.jpg`
  return new FileSystemFileHandle(name, new File(['photo'], name, { type }))
}
const clean = new File(['clean'], 'clean.jpg', { type: 'image/jpeg' })

/** The questions that are open: their photos, and what answers them. */
let asked: { readonly photos: readonly File[]; answer(released: Released): void }[]
beforeEach(() => {
  asked = []
})
const review = (photos: readonly File[]) =>
  new Promise<Released>((answer) => {
    asked.push({ photos, answer })
  })
const cleaned = (count = 1): Released => ({
  outcome: 'released',
  decisions: Array.from({ length: count }, () => ({ as: 'replaced', file: clean })),
})
const question = (at: number) => vi.waitFor(() => asked[at] ?? Promise.reject(new Error('nobody asked')))

describe('a handle that a page reads', () => {
  it('gives what the parent left of its file, without a second question', async () => {
    const one = handle()
    const reading = readHandles(one, review)
    ;(await question(0)).answer(cleaned())
    expect(await reading).toBe(clean)
    expect(await readHandles(one, review)).toBe(clean)
    expect(asked).toHaveLength(1)
  })

  it('asks once when it is read twice at the same time', async () => {
    const one = handle()
    const readings = [readHandles(one, review), readHandles(one, review)]
    ;(await question(0)).answer(cleaned())
    expect(await Promise.all(readings)).toEqual([clean, clean])
    expect(asked).toHaveLength(1)
  })

  it('asks anew when the file is another by now', async () => {
    const one = handle()
    const first = readHandles(one, review)
    ;(await question(0)).answer(cleaned())
    await first
    one.file = new File(['another photo'], one.name, { type: 'image/jpeg' })
    const second = readHandles(one, review)
    expect((await question(1)).photos).toEqual([one.file])
    asked[1]?.answer('cancelled')
    await expect(second).rejects.toMatchObject({ name: 'AbortError' })
  })

  it('gives no file that was left out or cancelled, and says when nobody could be asked', async () => {
    const cancelled = readHandles(handle(), review)
    ;(await question(0)).answer('cancelled')
    await expect(cancelled).rejects.toMatchObject({ name: 'AbortError' })
    const omitted = readHandles(handle(), review)
    ;(await question(1)).answer({ outcome: 'released', decisions: [{ as: 'omitted' }] })
    await expect(omitted).rejects.toMatchObject({ name: 'NotFoundError' })
    const reading = readHandles(handle(), review)
    ;(await question(2)).answer('unavailable')
    expect(await reading).toBe('unavailable')
  })

  it('is let go on when an earlier question failed', async () => {
    const broken = readHandles(handle(), () => Promise.reject(new Error('broken')))
    await expect(broken).rejects.toThrow('broken')
    const reading = readHandles(handle(), review)
    ;(await question(0)).answer(cleaned())
    expect(await reading).toBe(clean)
  })

  it('needs no question for what is no photo', async () => {
    const letter = handle('text/plain')
    expect(await readHandles(letter, review)).toBe(letter.file)
    expect(asked).toEqual([])
  })
})

describe('what a picker gave', () => {
  it('is asked about at once, at any depth, and a folder is given as it is', async () => {
    const [one, two, three] = [handle(), handle(), handle()]
    const folder = new FileSystemDirectoryHandle([one, new FileSystemDirectoryHandle([two])])
    const reading = readHandles(folder, review)
    expect((await question(0)).photos).toEqual([one.file, two.file])
    asked[0]?.answer(cleaned(2))
    expect(await reading).toBe(folder)
    const list = readHandles([two, three], review)
    ;(await question(1)).answer({
      outcome: 'released',
      decisions: [{ as: 'omitted' }, { as: 'replaced', file: clean }],
    })
    expect(await list).toEqual([three])
  })
})
