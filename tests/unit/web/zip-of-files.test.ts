import { expect, it } from 'vitest'
import { zipOfFiles } from '../../../web/zip-of-files'

const files = [
  new File(['a'.repeat(1000)], 'photo.jpg'),
  new File(['b'.repeat(70_000)], 'photo.jpg'),
  new File([''], 'empty.png'),
]

it('is the same zip, in however many pieces it is put together', async () => {
  const [whole, pieces] = await Promise.all([zipOfFiles(files), zipOfFiles(files, 100)])
  expect(pieces.type).toBe('application/zip')
  const bytes = Buffer.from(await pieces.arrayBuffer())
  expect(bytes.equals(Buffer.from(await whole.arrayBuffer()))).toBe(true)
  for (const text of ['photo.jpg', 'photo-2.jpg', 'empty.png', 'a'.repeat(1000), 'b'.repeat(70_000)])
    expect(bytes.includes(text), text.slice(0, 20)).toBe(true)
})
