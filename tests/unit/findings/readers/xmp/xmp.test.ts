import { describe, expect, it } from 'vitest'
import { findIn } from '../../../../../src/findings/find'
import { concat, latin1Bytes, u32be } from '../../../../../src/formats/core/bytes'
import { slice } from '../../../../../src/formats/core/part'
import { sourceOf } from '../../../../../src/formats/core/source'
import { degrees, exifOf, gpsTags } from '../../../../support/exif-builder'
import { findingsIn, of, xmp } from '../../../../support/findings-in'

const inXmp = (properties: string, attributes = '') => findingsIn([{ type: 'xmp', bytes: xmp(properties, attributes) }])

describe('place', () => {
  it.each([
    ['48,6.0N', '11,34.5E', 48.1, 11.575],
    ['48,6.0S', '11,34.5W', -48.1, -11.575],
    ['48,6,0N', '11,34,30E', 48.1, 11.575],
    ['48.1', '-11.575', 48.1, -11.575],
  ])('is written %s %s', async (north, east, latitude, longitude) => {
    const [place] = of('place', await inXmp('', `exif:GPSLatitude="${north}" exif:GPSLongitude="${east}"`))
    expect(place?.source).toBe('XMP')
    expect(place?.position?.latitude).toBeCloseTo(latitude, 6)
    expect(place?.position?.longitude).toBeCloseTo(longitude, 6)
  })

  it('of zeros or of words is none', async () => {
    expect(await inXmp('', 'exif:GPSLatitude="0,0.0N" exif:GPSLongitude="0,0.0E"')).toEqual([])
    expect(await inXmp('', 'exif:GPSLatitude="north" exif:GPSLongitude="east"')).toEqual([])
  })

  it('has an altitude', async () => {
    const attributes =
      'exif:GPSLatitude="48,6.0N" exif:GPSLongitude="11,34.5E" exif:GPSAltitude="5193/10" exif:GPSAltitudeRef="0"'
    expect(of('place', await inXmp('', attributes))[0]?.altitude).toBeCloseTo(519.3)
  })

  it('is an IPTC location, with names from small to large', async () => {
    const [place] = of(
      'place',
      await inXmp(`<Iptc4xmpExt:LocationCreated><rdf:Bag><rdf:li rdf:parseType="Resource">
        <Iptc4xmpExt:CountryName>France</Iptc4xmpExt:CountryName><Iptc4xmpExt:City>Lyon</Iptc4xmpExt:City>
        <Iptc4xmpExt:Sublocation>Parc de la Tete</Iptc4xmpExt:Sublocation>
        <exif:GPSLatitude>45,46.63N</exif:GPSLatitude><exif:GPSLongitude>4,51.31E</exif:GPSLongitude>
      </rdf:li></rdf:Bag></Iptc4xmpExt:LocationCreated>`),
    )
    expect(place?.names).toEqual(['Parc de la Tete', 'Lyon', 'France'])
    expect(place?.position?.latitude).toBeCloseTo(45.77717, 4)
  })

  it('that Exif tells as well is one finding', async () => {
    const exif = exifOf({ gps: gpsTags(degrees(48, 6, 0), 'N', degrees(11, 34, 30), 'E') })
    const attributes = 'exif:GPSLatitude="48,6.0001N" exif:GPSLongitude="11,34.5E" photoshop:City="München"'
    const findings = await findingsIn([
      { type: 'exif', bytes: exif },
      { type: 'xmp', bytes: new TextEncoder().encode(xmp('', attributes)) },
    ])
    expect(findings).toHaveLength(1)
    expect(findings[0]).toMatchObject({ kind: 'place', source: 'Exif GPS, XMP', names: ['München'] })
  })

  it('that differs is another finding', async () => {
    const exif = exifOf({ gps: gpsTags(degrees(48, 6, 0), 'N', degrees(11, 34, 30), 'E') })
    const other = xmp('', 'exif:GPSLatitude="45,46.63N" exif:GPSLongitude="4,51.31E"')
    const findings = await findingsIn([
      { type: 'exif', bytes: exif },
      { type: 'xmp', bytes: other },
    ])
    expect(of('place', findings)).toHaveLength(2)
  })
})

describe('people', () => {
  it('are faces with names, as the Metadata Working Group and Apple keep them', async () => {
    const region = (name: string, type: string) =>
      `<rdf:li><rdf:Description mwg-rs:Name="${name}" mwg-rs:Type="${type}"/></rdf:li>`
    const findings = await inXmp(
      `<mwg-rs:Regions rdf:parseType="Resource"><mwg-rs:RegionList><rdf:Bag>${region('Lina', 'Face')}${region('Centre', 'Focus')}</rdf:Bag></mwg-rs:RegionList></mwg-rs:Regions>`,
      'xmlns:mwg-rs="http://www.metadataworkinggroup.com/schemas/regions/"',
    )
    expect(findings).toEqual([{ kind: 'people', severity: 'high', source: 'XMP', role: 'face', names: ['Lina'] }])
  })

  it('are faces with names, as Microsoft keeps them', async () => {
    const findings = await inXmp(
      '<MP:RegionInfo rdf:parseType="Resource"><MPRI:Regions><rdf:Bag><rdf:li MPReg:PersonDisplayName="Lina" MPReg:Rectangle="0.1, 0.2, 0.3, 0.4"/></rdf:Bag></MPRI:Regions></MP:RegionInfo>',
      'xmlns:MP="http://ns.microsoft.com/photo/1.2/" xmlns:MPRI="http://ns.microsoft.com/photo/1.2/t/RegionInfo#" xmlns:MPReg="http://ns.microsoft.com/photo/1.2/t/Region#"',
    )
    expect(findings).toMatchObject([{ kind: 'people', role: 'face', names: ['Lina'] }])
  })

  it('keep their most telling role', async () => {
    const findings = await inXmp(
      '<Iptc4xmpExt:PersonInImage><rdf:Bag><rdf:li>Lina</rdf:li><rdf:li>Odile</rdf:li></rdf:Bag></Iptc4xmpExt:PersonInImage><dc:creator><rdf:Seq><rdf:li>odile</rdf:li><rdf:li>Marc</rdf:li></rdf:Seq></dc:creator>',
    )
    expect(of('people', findings).map(({ role, names }) => [role, names])).toEqual([
      ['shown', ['Lina', 'Odile']],
      ['author', ['Marc']],
    ])
  })
})

describe('packets', () => {
  it('may call a namespace what they like', async () => {
    const [people] = await findingsIn([
      {
        type: 'xmp',
        bytes:
          '<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><r:Description xmlns:ns0="http://purl.org/dc/elements/1.1/"><ns0:creator><r:Seq><r:li>Marc</r:li></r:Seq></ns0:creator></r:Description></r:RDF>',
      },
    ])
    expect(people).toMatchObject({ kind: 'people', names: ['Marc'] })
  })

  it('keep markup as text', async () => {
    const findings = await inXmp(
      '<dc:description>&lt;b onclick=&quot;x&quot;&gt;L&#x69;na &amp;amp; Marc&#60;/b&#62;</dc:description>',
    )
    expect(findings).toMatchObject([{ kind: 'words', text: '<b onclick="x">Lina &amp; Marc</b>' }])
  })

  it('expand no entities of their own', async () => {
    const bomb = `<!DOCTYPE x [<!ENTITY a "${'lol'.repeat(1000)}">${'bcdefg'
      .split('')
      .map((name, index) => `<!ENTITY ${name} "${`&${'abcdef'[index]};`.repeat(10)}">`)
      .join('')}]>`
    const findings = await findingsIn([{ type: 'xmp', bytes: bomb + xmp('<dc:description>&g; Lina</dc:description>') }])
    expect(findings).toMatchObject([{ kind: 'words', text: '&g; Lina' }])
  })

  it('may declare a prefix again inside', async () => {
    const inner =
      '<a:about xmlns:a="http://purl.org/dc/elements/1.1/"><a:publisher>Marc</a:publisher></a:about><a:publisher>Nobody</a:publisher>'
    expect(await inXmp(inner, 'xmlns:a="http://example.org/"')).toMatchObject([{ kind: 'people', names: ['Marc'] }])
  })

  it('of more pieces than any photo has are blocks nobody could read', async () => {
    expect(await inXmp('<dc:creator/>'.repeat(110_000))).toMatchObject([{ kind: 'unknown' }])
  })

  it.each(['"/>', '"></rdf:RDF></x:xmpmeta>'])(
    'that says nothing but is not XML to the letter was not read, whatever others read in it: %s',
    async (end) => {
      const open = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22'>`
      const inside = '<exif:GPSLatitude>45,46.6N</exif:GPSLatitude><exif:GPSLongitude>4,51.3E</exif:GPSLongitude>'
      const bytes = latin1Bytes(`${open}${inside}</rdf:RDF></x:xmpmeta>${end}`)
      expect(await findingsIn([{ type: 'xmp', bytes }])).toMatchObject([{ kind: 'unknown', source: 'XMP' }])
      expect(await inXmp('')).toEqual([])
    },
  )

  it('may be in UTF-16', async () => {
    const wide = concat(
      Uint8Array.of(0xfe, 0xff),
      ...Array.from(xmp('<dc:creator>Marc</dc:creator>'), (letter) => Uint8Array.of(0, letter.charCodeAt(0))),
    )
    expect(await findingsIn([{ type: 'xmp', bytes: wide }])).toMatchObject([{ kind: 'people', names: ['Marc'] }])
  })

  it.each(['<a', `${'<a>'.repeat(200)}${'</a>'.repeat(200)}`])(
    'that are no XML are blocks nobody could read',
    async (bytes) => {
      expect(await findingsIn([{ type: 'xmp', bytes, name: 'APP1 XMP' }])).toMatchObject([
        { kind: 'unknown', label: 'APP1 XMP' },
      ])
    },
  )

  it('in pieces are put together by the offsets in front of them', async () => {
    const whole = latin1Bytes(xmp('<dc:creator>Odile Marchetti</dc:creator>'))
    const cut = 200
    const head = (at: number) => concat(latin1Bytes('0123456789ABCDEF0123456789ABCDEF'), u32be(whole.length), u32be(at))
    const piece = { type: 'xmp-extended', group: 'A' } as const
    const file = new File([head(cut), whole.slice(cut), head(0), whole.slice(0, cut)], 'photo')
    const source = sourceOf(file)
    const second = 40 + whole.length - cut
    const findings = await findIn(
      [
        slice('APP1 ExtendedXMP', source, 0, second, { ...piece, start: 40, end: second }),
        slice('APP1 ExtendedXMP', source, second, file.size, { ...piece, start: second + 40, end: file.size }),
      ],
      file,
      'jpeg',
    )
    expect(findings).toMatchObject([{ kind: 'people', names: ['Odile Marchetti'] }])
  })
})

it('has pictures in Base64', async () => {
  const findings = await inXmp(
    `<xmp:Thumbnails><rdf:Alt><rdf:li rdf:parseType="Resource"><xmpGImg:image>${btoa('a thumbnail')}</xmpGImg:image></rdf:li></rdf:Alt></xmp:Thumbnails>`,
    `xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:xmpGImg="http://ns.adobe.com/xap/1.0/g/img/" xmlns:GDepth="http://ns.google.com/photos/1.0/depthmap/" GDepth:Data="${btoa('far')}"`,
  )
  expect(of('hidden-picture', findings).map(({ role }) => role)).toEqual(['depth', 'thumbnail'])
  expect(await of('hidden-picture', findings)[1]?.picture?.text()).toBe('a thumbnail')
})

it('tells who to write to in one text', async () => {
  const findings = await inXmp(
    '<Iptc4xmpCore:CreatorContactInfo rdf:parseType="Resource"><Iptc4xmpCore:CiAdrCity>Lyon</Iptc4xmpCore:CiAdrCity><Iptc4xmpCore:CiEmailWork>odile@example.org</Iptc4xmpCore:CiEmailWork></Iptc4xmpCore:CreatorContactInfo>',
    'xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/"',
  )
  expect(findings).toMatchObject([{ kind: 'words', role: 'comment', text: 'Lyon, odile@example.org' }])
})

it('finds nothing in what is about the picture alone', async () => {
  expect(
    await inXmp(
      '',
      'xmlns:tiff="http://ns.adobe.com/tiff/1.0/" tiff:Orientation="6" exif:ColorSpace="1" photoshop:ColorMode="3"',
    ),
  ).toEqual([])
})

describe('a property that no table lists', () => {
  const own = (properties: string) => inXmp(properties, 'xmlns:own="http://example.org/"')

  it.each([
    ['shotLocation', 'Parc de la Tete', 'place'],
    ['homeCity', 'Villeurbanne', 'place'],
    ['countryCode', 'FR', 'place'],
    ['photographer', 'Odile Marchetti', 'people'],
    ['patientName', 'Lina Marchetti', 'people'],
    ['bodySerialNumber', 'SN-7731-AB', 'device'],
    ['recordedDate', '2025-06-14T15:42:10', 'time'],
    ['bigHeadline', 'Birthday of Lina', 'words'],
    ['anything', 'C:\\Users\\Odile\\Lina.psd', 'words'],
  ])('is judged by its name: %s', async (name, value, kind) => {
    expect((await own(`<own:${name}>${value}</own:${name}>`)).map((finding) => finding.kind)).toEqual([kind])
  })

  it('belongs to its structure where its own name says too little', async () => {
    const findings = await inXmp(
      `<Iptc4xmpExt:PersonHeard><rdf:Bag><rdf:li rdf:parseType="Resource"><Iptc4xmpExt:Name><rdf:Alt>
        <rdf:li xml:lang="x-default">Lina</rdf:li></rdf:Alt></Iptc4xmpExt:Name></rdf:li></rdf:Bag></Iptc4xmpExt:PersonHeard>`,
    )
    expect(findings).toMatchObject([{ kind: 'people', role: 'shown', names: ['Lina'] }])
  })

  it('is a position beside its like, whatever the namespace', async () => {
    const drone = '<d:GpsLatitude>+45.7772</d:GpsLatitude><d:GpsLongtitude>+4.8552</d:GpsLongtitude>'
    const findings = await inXmp(drone, 'xmlns:d="http://www.dji.com/drone-dji/1.0/"')
    expect(findings).toMatchObject([{ kind: 'place', position: { latitude: 45.7772, longitude: 4.8552 } }])
  })

  it('says nothing about how a picture was developed, nor as a switch or a number', async () => {
    const crs = 'xmlns:crs="http://ns.adobe.com/camera-raw-settings/1.0/"'
    expect(await inXmp('<crs:PresetAuthor>Contoso</crs:PresetAuthor>', crs)).toEqual([])
    expect(await own('<own:tags>false</own:tags><own:notes>2</own:notes>')).toEqual([])
  })
})

it('is about the file that it names', async () => {
  const packet = xmp('').replace('rdf:about=""', 'rdf:about="file:///Users/odile/Lina.jpg"')
  expect(await findingsIn([{ type: 'xmp', bytes: packet }])).toMatchObject([
    { kind: 'words', text: 'file:///Users/odile/Lina.jpg' },
  ])
})

it('has properties in a namespace without a prefix', async () => {
  const findings = await inXmp('<City xmlns="http://ns.adobe.com/photoshop/1.0/">Villeurbanne</City>')
  expect(findings).toMatchObject([{ kind: 'place', names: ['Villeurbanne'] }])
})

it('may hold what was heard, and the mast that a phone was connected to', async () => {
  const properties = '<GAudio:Data>AAAA</GAudio:Data><c:cgi>208-01-1234</c:cgi>'
  const attributes =
    'xmlns:GAudio="http://ns.google.com/photos/1.0/audio/" xmlns:c="http://developer.sonyericsson.com/cell/1.0/"'
  expect((await inXmp(properties, attributes)).map(({ kind }) => kind)).toEqual(['unknown', 'unknown'])
})
