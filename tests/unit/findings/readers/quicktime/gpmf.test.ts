import { expect, it } from 'vitest'
import { concat, latin1Bytes, u32be } from '../../../../../src/formats/core/bytes'
import { findingsIn, of } from '../../../../support/findings-in'

const klv = (key: string, type: string, size: number, count: number, data: Uint8Array) =>
  concat(
    latin1Bytes(key),
    latin1Bytes(type),
    Uint8Array.of(size, count >> 8, count & 0xff),
    data,
    new Uint8Array((4 - (data.length % 4)) % 4),
  )
const nested = (key: string, ...inner: Uint8Array[]) => {
  const data = concat(...inner)
  return klv(key, '\0', 1, data.length, data)
}
const longs = (...values: number[]) => concat(...values.map((value) => u32be(value >>> 0)))

const positions = (fix: number, latitude = 45.7772) =>
  nested(
    'DEVC',
    nested(
      'STRM',
      klv('GPSF', 'L', 4, 1, u32be(fix)),
      klv('GPSU', 'c', 1, 16, latin1Bytes('250614134210.000')),
      klv('SCAL', 'l', 4, 5, longs(10_000_000, 10_000_000, 1000, 1000, 100)),
      klv('GPS5', 'l', 20, 2, concat(longs(latitude * 1e7, -4.8552e7, 173_000, 0, 0), longs(1, 1, 0, 0, 0))),
    ),
  )

it('says where a GoPro was first, and when', async () => {
  const findings = await findingsIn([{ type: 'gpmf', bytes: positions(3) }], { format: 'mp4' })
  expect(findings).toEqual([
    {
      kind: 'place',
      severity: 'high',
      source: 'GoPro',
      position: { latitude: 45.7772, longitude: -4.8552 },
      altitude: 173,
      names: [],
    },
    { kind: 'time', severity: 'medium', source: 'GoPro', local: '2025-06-14T13:42:10', offset: 'Z', event: 'taken' },
  ])
})

it('says no place while no satellite is in sight', async () => {
  expect(of('place', await findingsIn([{ type: 'gpmf', bytes: positions(0) }], { format: 'mp4' }))).toEqual([])
})

it('reads on until a block says where it was, and no further', async () => {
  const findings = await findingsIn(
    [
      { type: 'gpmf', bytes: positions(0, 10) },
      { type: 'gpmf', bytes: positions(3, 20) },
      { type: 'gpmf', bytes: positions(3, 30) },
    ],
    { format: 'mp4' },
  )
  expect(of('place', findings).map(({ position }) => position?.latitude)).toEqual([20])
})

it('reads rows of several types, and the number of the camera', async () => {
  const row = concat(u32be(1000), longs(45.7772e7, 4.8552e7, 173_000))
  const bytes = nested(
    'DEVC',
    klv('CASN', 'c', 1, 14, latin1Bytes('C3221324657219')),
    nested(
      'STRM',
      klv('TYPE', 'c', 1, 5, latin1Bytes('Ll[3]')),
      klv('SCAL', 'l', 4, 4, longs(1000, 10_000_000, 10_000_000, 1000)),
      klv('GLPI', '?', 16, 1, row),
    ),
  )
  const findings = await findingsIn([{ type: 'gpmf', bytes }])
  expect(of('place', findings)[0]?.position).toEqual({ latitude: 45.7772, longitude: 4.8552 })
  expect(of('device', findings)[0]).toMatchObject({ severity: 'medium', serials: ['C3221324657219'] })
})

it('that is none is a block nobody could read', async () => {
  expect(await findingsIn([{ type: 'gpmf', label: 'gpmd', bytes: 'DEVC\0\x01\xff\xffand no more' }])).toMatchObject([
    { kind: 'unknown', label: 'gpmd' },
  ])
})
