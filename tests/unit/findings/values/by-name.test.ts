import { describe, expect, it } from 'vitest'
import { saidByName } from '../../../../src/findings/values/by-name'
import { findingsIn } from '../../../support/findings-in'

describe('a value under a name that ends with what it is', () => {
  it.each([
    ['capture_time', '1714972089', '2024-05-06T05:08:09Z'],
    ['captureDate', '1714972089123', '2024-05-06T05:08:09Z'],
    ['DateRecorded', '06.05.2024 07:08', '06.05.2024 07:08'],
    ['DATE_RECORDED', '2024-05-06', '2024-05-06'],
    ['creationtime', 'Mon May 06 07:08:09 2024', 'Mon May 06 07:08:09 2024'],
  ])('%s %s is a moment', (name, value, text) => {
    expect(saidByName(name, value)).toEqual([{ type: 'time', text, event: 'made' }])
  })

  it.each([
    ['PresentationTimestamp', '1297959'],
    ['ShutterTime', '1/120'],
    ['Timecode', '01:02:03:04'],
    ['Update', 'always'],
  ])('%s %s is none', (name, value) => {
    expect(saidByName(name, value)?.some(({ type }) => type === 'time') ?? false).toBe(false)
  })

  it('is a position where a place is written as one', async () => {
    const bytes = '+45.7640+004.8357/'
    expect(await findingsIn([{ type: 'text', label: 'LOCATION', bytes }])).toMatchObject([
      { kind: 'place', position: { latitude: 45.764, longitude: 4.8357 }, names: [] },
    ])
  })
})
