import { expect, it } from 'vitest'
import { saidInBytes } from '../../../../src/findings/values/by-bytes'
import { latin1Bytes } from '../../../../src/formats/core/bytes'
import { findingsIn } from '../../../support/findings-in'

it.each([
  ['\0\x01zoe.quill@example.com\x02', 'words'],
  ['\0\x01+45.7640+004.8357+173.000/\x02', 'position'],
  ['\0\x012024-05-06T07:08:09\x02', 'time'],
])('%j says something', (text, type) => {
  expect(saidInBytes(latin1Bytes(text))).toMatchObject([{ type }])
})

it('reads UTF-16 too', () => {
  expect(saidInBytes(Uint8Array.from(Buffer.from('\u0001zoe.quill@example.com', 'utf16le')))).toMatchObject([
    { type: 'words', text: 'zoe.quill@example.com' },
  ])
})

it('finds nothing in numbers and codes', () => {
  const noise = Uint8Array.from({ length: 60_000 }, (_, at) => (at * at * 31 + at * 7) & 0xff)
  expect(saidInBytes(noise)).toEqual([])
  expect(saidInBytes(latin1Bytes('\xdc\xff@\xff.\xff\xffNab  k@x.ab  '))).toEqual([])
  expect(saidInBytes(latin1Bytes('[ae_dbg_info:1.000,2.000] V1.2.3 0.3127, 0.3290 SM-G991B 100 200 300'))).toEqual([])
})

it('is told of a block that nobody can read, besides that', async () => {
  const findings = await findingsIn([{ type: 'unknown', label: 'APP9 Acme', bytes: '\0\0zoe.quill@example.com\0' }])
  expect(findings).toMatchObject([{ kind: 'words', text: 'zoe.quill@example.com' }, { kind: 'unknown' }])
})
