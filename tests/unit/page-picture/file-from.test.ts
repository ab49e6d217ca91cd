import { expect, it } from 'vitest'
import { fileFrom } from '../../../src/page-picture/file-from'

it.each([
  ['https://a.example/photos/Tom%20at%20school.jpg?size=2#x', 'Tom at school.jpg'],
  ['https://a.example/100%.jpg', '100%.jpg'],
  ['https://a.example/', 'picture'],
  ['blob:https://a.example/0f3c1a52', 'picture'],
  ['data:image/png;base64,aGVsbG8=', 'picture'],
])('%s gives a file named %s', async (address, name) => {
  const file = fileFrom('data:image/png;base64,aGVsbG8=', address)
  expect(file?.name).toBe(name)
  expect(file?.type).toBe('image/png')
  expect(await file?.text()).toBe('hello')
})

it('takes what a browser writes as type', () => {
  expect(fileFrom('data:image/svg+xml;charset=utf-8;base64,aGVsbG8=', 'https://a.example/')?.type).toBe('image/svg+xml')
})

it.each(['', 'data:image/png,hello', 'https://a.example/', 'data:image/png;base64,'])('%s is no picture', (data) => {
  expect(fileFrom(data, 'https://a.example/one.png')).toBeNull()
})
