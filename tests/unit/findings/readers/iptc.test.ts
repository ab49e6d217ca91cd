import { describe, expect, it } from 'vitest'
import { concat, latin1Bytes, u32be } from '../../../../src/formats/core/bytes'
import { findingsIn, of } from '../../../support/findings-in'

const dataset = (number: number, value: string | Uint8Array, record = 2) => {
  const bytes = typeof value === 'string' ? new TextEncoder().encode(value) : value
  return concat(Uint8Array.of(0x1c, record, number, bytes.length >> 8, bytes.length & 0xff), bytes)
}

/** A Photoshop image resource without a name, or with one of an even number of letters less one. */
const resource = (id: number, data: Uint8Array, name = '') =>
  concat(
    latin1Bytes('8BIM'),
    Uint8Array.of(id >> 8, id & 0xff, name.length),
    latin1Bytes(name),
    new Uint8Array(name.length % 2 === 0 ? 1 : 0),
    u32be(data.length),
    data,
    new Uint8Array(data.length % 2),
  )

describe('IPTC-IIM', () => {
  it('says place, people, words and time', async () => {
    const findings = await findingsIn([
      {
        type: 'iptc',
        bytes: concat(
          dataset(90, '\x1b%G', 1),
          dataset(101, 'France'),
          dataset(90, 'Villeurbanne'),
          dataset(80, 'Zoë Müller'),
          dataset(120, 'Lina at the lake'),
          dataset(25, 'lake'),
          dataset(25, 'summer'),
          dataset(55, '20250614'),
          dataset(60, '154210+0200'),
        ),
      },
    ])
    expect(findings).toEqual([
      { kind: 'place', severity: 'high', source: 'IPTC-IIM', names: ['Villeurbanne', 'France'] },
      { kind: 'people', severity: 'high', source: 'IPTC-IIM', names: ['Zoë Müller'], role: 'author' },
      {
        kind: 'time',
        severity: 'medium',
        source: 'IPTC-IIM',
        local: '2025-06-14T15:42:10',
        offset: '+02:00',
        event: 'taken',
      },
      { kind: 'words', severity: 'medium', source: 'IPTC-IIM', text: 'Lina at the lake', role: 'caption' },
      { kind: 'words', severity: 'medium', source: 'IPTC-IIM', text: 'lake, summer', role: 'keywords' },
    ])
  })

  it('says what programs add outside of the standard', async () => {
    const bytes = concat(
      dataset(30, '20250614'),
      dataset(121, 'Lina at the lake'),
      dataset(202, Uint8Array.of(0xff, 0xd8, 0xff)),
      dataset(230, 'for Odile'),
    )
    const kinds = (await findingsIn([{ type: 'iptc', bytes }])).map(({ kind }) => kind)
    expect(kinds).toEqual(['time', 'words', 'words', 'hidden-picture'])
  })

  it('without a mark of its encoding may be Latin-1', async () => {
    const findings = await findingsIn([{ type: 'iptc', bytes: dataset(80, latin1Bytes('Zo\xeb')) }])
    expect(findings).toMatchObject([{ names: ['Zoë'] }])
  })

  it('may have a length of its own length', async () => {
    const text = 'Lina at the lake'
    const bytes = concat(Uint8Array.of(0x1c, 2, 120, 0x80, 4), u32be(text.length), latin1Bytes(text))
    expect(await findingsIn([{ type: 'iptc', bytes }])).toMatchObject([{ kind: 'words', text }])
  })

  it('cut short says what is left', async () => {
    const bytes = concat(dataset(80, 'Odile'), dataset(120, 'Lina at the lake').subarray(0, 12))
    expect(of('people', await findingsIn([{ type: 'iptc', bytes }]))).toMatchObject([{ names: ['Odile'] }])
  })

  it('carries Facebook’s mark, which are no words', async () => {
    const findings = await findingsIn([{ type: 'iptc', bytes: dataset(40, 'FBMD23000a6e01000086') }])
    expect(findings).toMatchObject([{ kind: 'unknown', label: 'Facebook FBMD' }])
  })
})

describe('Photoshop resources', () => {
  it('hold IPTC datasets, a thumbnail and names of paths', async () => {
    const findings = await findingsIn([
      {
        type: 'photoshop',
        bytes: concat(
          resource(1005, new Uint8Array(16)),
          resource(1028, dataset(80, 'Odile')),
          resource(2000, new Uint8Array(26), 'Path 1'),
          resource(2001, new Uint8Array(26), 'round Lina'),
          resource(1036, concat(new Uint8Array(28), latin1Bytes('a small JPEG'))),
        ),
      },
    ])
    expect(findings.map(({ kind, source }) => [kind, source])).toEqual([
      ['people', 'IPTC-IIM'],
      ['words', 'Photoshop'],
      ['hidden-picture', 'Photoshop'],
    ])
    expect(of('words', findings)[0]?.text).toBe('round Lina')
    expect(await of('hidden-picture', findings)[0]?.picture?.text()).toBe('a small JPEG')
  })

  it('may go on in the next segment', async () => {
    const bytes = resource(1028, dataset(80, 'Odile Marchetti'))
    const segment = { type: 'photoshop', label: 'APP13 Photoshop' } as const
    const findings = await findingsIn([
      { ...segment, bytes: bytes.subarray(0, 24) },
      { ...segment, bytes: bytes.subarray(24) },
    ])
    expect(findings).toMatchObject([{ kind: 'people', names: ['Odile Marchetti'] }])
  })

  it('that are none are a block nobody could read', async () => {
    expect(await findingsIn([{ type: 'photoshop', bytes: 'something else' }])).toMatchObject([{ kind: 'unknown' }])
  })
})
