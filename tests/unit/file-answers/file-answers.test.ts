import { beforeEach, describe, expect, it, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { storage } from 'wxt/utils/storage'
import { type FileAnswer, holds } from '../../../src/bridge/file-answer'
import { digestOf } from '../../../src/file-answers/digest'
import { forgetTab, hasAnswers, recallAnswers, rememberAnswer } from '../../../src/file-answers/file-answers'

const MEGABYTE = 1024 * 1024
const [FIRST, SECOND] = ['a'.repeat(64), 'b'.repeat(64)] as const
const clean: FileAnswer = { choice: 'clean', reading: 'cannot-tell' }

beforeEach(() => fakeBrowser.reset())

describe('the answer for a file', () => {
  it('is recalled in its tab and on its site, and nowhere else', async () => {
    expect(await hasAnswers(7, 'instagram')).toBe(false)
    await rememberAnswer(7, 'instagram', [FIRST], clean)
    expect(await hasAnswers(7, 'instagram')).toBe(true)
    expect(await recallAnswers(7, 'instagram', [SECOND, FIRST])).toEqual([null, clean])
    expect(await recallAnswers(8, 'instagram', [FIRST])).toEqual([null])
    expect(await recallAnswers(7, 'x', [FIRST])).toEqual([null])
  })

  it('gives way to a later one, is forgotten when asked, and when the tab is closed', async () => {
    await rememberAnswer(7, 'instagram', [FIRST, SECOND], { choice: 'as-is', reading: 'limited' })
    await rememberAnswer(7, 'instagram', [FIRST], clean)
    expect(await recallAnswers(7, 'instagram', [FIRST])).toEqual([clean])
    await rememberAnswer(7, 'instagram', [FIRST], null)
    expect(await recallAnswers(7, 'instagram', [FIRST, SECOND])).toEqual([
      null,
      { choice: 'as-is', reading: 'limited' },
    ])
    await rememberAnswer(71, 'instagram', [FIRST], clean)
    await forgetTab(7)
    expect([await hasAnswers(7, 'instagram'), await hasAnswers(71, 'instagram')]).toEqual([false, true])
  })

  it('lies in the memory of the session only, under a mark that the digest alone does not give', async () => {
    await rememberAnswer(7, 'instagram', [FIRST], clean)
    expect(await storage.snapshot('local')).toEqual({})
    const first = JSON.stringify(await storage.snapshot('session'))
    expect(first).not.toContain(FIRST)
    fakeBrowser.reset()
    await rememberAnswer(7, 'instagram', [FIRST], clean)
    const marks = (text: string) => text.match(/[0-9a-f]{64}/g) ?? []
    const second = marks(JSON.stringify(await storage.snapshot('session')))
    expect(second).toHaveLength(2)
    for (const mark of marks(first)) expect(second).not.toContain(mark)
  })

  it('survives a background that went to sleep, and two that come at once', async () => {
    await Promise.all([rememberAnswer(7, 'instagram', [FIRST], clean), rememberAnswer(7, 'instagram', [SECOND], clean)])
    vi.resetModules()
    const woken = await import('../../../src/file-answers/file-answers')
    expect(await woken.recallAnswers(7, 'instagram', [FIRST, SECOND])).toEqual([clean, clean])
  })

  it('is kept for a thousand files of a place, the latest ones', async () => {
    const digests = Array.from({ length: 1001 }, (_, number) => number.toString(16).padStart(64, '0'))
    await rememberAnswer(7, 'instagram', digests, clean)
    expect(await recallAnswers(7, 'instagram', [digests[0] ?? '', digests[1] ?? '', digests[1000] ?? ''])).toEqual([
      null,
      clean,
      clean,
    ])
  })

  it('to send as it is falls when everyone will see it who did not before', () => {
    expect(holds({ choice: 'as-is', reading: 'limited' }, 'public')).toBe(false)
    expect(holds({ choice: 'as-is', reading: 'cannot-tell' }, 'public')).toBe(false)
    expect(holds({ choice: 'as-is', reading: 'public' }, 'public')).toBe(true)
    expect(holds({ choice: 'as-is', reading: 'cannot-tell' }, 'limited')).toBe(true)
    expect(holds({ choice: 'clean', reading: 'limited' }, 'public')).toBe(true)
  })
})

describe('the digest of a file', () => {
  it('is the same for the same bytes under another name and date, and another for other bytes', async () => {
    const digest = await digestOf(new File(['photo'], 'IMG_1.jpg', { lastModified: 1 }))
    expect(digest).toMatch(/^[0-9a-f]{64}$/)
    expect(await digestOf(new File(['photo'], 'upload.jpg', { lastModified: 2 }))).toBe(digest)
    expect(await digestOf(new File(['phot0'], 'IMG_1.jpg', { lastModified: 1 }))).not.toBe(digest)
  })

  it('reads the ends of a long file and its length, and not what lies between', async () => {
    const bytes = new Uint8Array(5 * MEGABYTE)
    const digest = await digestOf(new Blob([bytes]))
    for (const at of [100, bytes.length - 100]) {
      const other = bytes.slice()
      other[at] = 1
      expect(await digestOf(new Blob([other]))).not.toBe(digest)
    }
    expect(await digestOf(new Blob([bytes, 'x']))).not.toBe(digest)
    const slices: number[] = []
    const long = new Blob([bytes])
    const slice = long.slice.bind(long)
    long.slice = (start = 0, end = long.size) => {
      const piece = slice(start, end)
      slices.push(piece.size)
      return piece
    }
    await digestOf(long)
    expect(slices).toEqual([MEGABYTE / 2, MEGABYTE / 2])
  })

  it('is none for a file that can no longer be read', async () => {
    const gone = new Blob(['x'])
    Object.defineProperty(gone, 'size', { value: 2 * MEGABYTE })
    gone.slice = () => {
      throw new DOMException('moved', 'NotReadableError')
    }
    expect(await digestOf(gone)).toBeNull()
  })
})
