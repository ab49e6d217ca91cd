import { describe, expect, it } from 'vitest'
import { partAt } from '../../../src/page-picture/mhtml'

const BOUNDARY = '----MultipartBoundary--aB3----'
const PICTURE = Uint8Array.from({ length: 300 }, (_, index) => index % 256)

/** As Chromium writes it: base64 in lines of 76 characters. */
const base64 = (
  Buffer.from(PICTURE)
    .toString('base64')
    .match(/.{1,76}/g) ?? []
).join('\r\n')

const part = (head: string, body: string) => `\r\n--${BOUNDARY}\r\n${head}\r\n\r\n${body}\r\n`
const picture = (address: string, encoding = 'base64') =>
  part(`Content-Type: image/jpeg\r\nContent-Transfer-Encoding: ${encoding}\r\nContent-Location: ${address}`, base64)
const saved = (...parts: string[]) =>
  `From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="${BOUNDARY}"\r\n\r\n${parts.join('')}\r\n--${BOUNDARY}--\r\n`

const PAGE = part(
  'Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: https://a.example/page',
  '<img src=3D"https://a.example/one.jpg">\r\n\r\nContent-Location: https://a.example/two.jpg',
)

describe('a picture in a saved page', () => {
  it('is found by its address, byte for byte', () => {
    const text = saved(PAGE, picture('https://a.example/one.jpg'), picture('https://a.example/two.jpg?a=1&b=2'))
    const found = partAt(text, 'https://a.example/two.jpg?a=1&b=2')
    expect(found?.type).toBe('image/jpeg')
    expect(found?.bytes).toEqual(PICTURE)
  })

  it('is found without the fragment of its address, and with a header over two lines', () => {
    const folded = picture('https://a.example/drawing.svg').replace('Content-Location: ', 'Content-Location:\r\n ')
    expect(partAt(saved(PAGE, folded), 'https://a.example/drawing.svg#eye')?.bytes).toEqual(PICTURE)
  })

  it.each([
    ['that is not there', saved(PAGE), 'https://a.example/two.jpg'],
    ['that is only part of another address', saved(picture('https://a.example/one.jpg')), 'https://a.example/one'],
    ['in another encoding', saved(picture('https://a.example/one.jpg', 'binary')), 'https://a.example/one.jpg'],
    ['in something that is no saved page', 'GIF89a', 'https://a.example/one.jpg'],
  ])('%s is not made up', (_, text, address) => {
    expect(partAt(text, address)).toBeNull()
  })
})
