import { describe, expect, it } from 'vitest'
import { findIn } from '../../../../src/findings/find'
import { latin1Bytes } from '../../../../src/formats/core/bytes'
import { Malformed, NotThisFormat } from '../../../../src/formats/core/malformed'
import { sourceOf } from '../../../../src/formats/core/source'
import { oneTagExif } from '../../../../src/formats/metadata/exif-block'
import { svg } from '../../../../src/formats/svg/svg'
import { exifOf } from '../../../support/exif-builder'
import { still } from '../../../support/generated/frames'
import { exifSegment, jpegSegment, withSegments } from '../../../support/jpeg-bytes'
import { blockText, cleanedOf, partsOf } from '../../../support/taken-apart'

const NAMESPACES = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
const EDITOR = 'xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"'
const drawing = (inside: string, attributes = '') => latin1Bytes(`<svg ${NAMESPACES}${attributes}>${inside}</svg>`)

async function cleaned(file: Uint8Array): Promise<string> {
  return Buffer.from((await cleanedOf(svg, file)).bytes).toString('latin1')
}

describe('svg.split', () => {
  it.each([
    ['<!-- Ada -->', ' Ada ', 'text'],
    ['<title>Ada</title>', 'Ada', 'text'],
    ['<g>Ada</g>', 'Ada', 'text'],
    ['<style>/* Ada */ a{}</style>', ' Ada ', 'text'],
    ['<metadata><r:RDF xmlns:r="x">Ada</r:RDF></metadata>', '<r:RDF xmlns:r="x">Ada</r:RDF>', 'xmp'],
    ['<metadata><c2pa:manifest>AA</c2pa:manifest></metadata>', '<c2pa:manifest>AA</c2pa:manifest>', 'c2pa'],
    ['<my:x><my:x/>Ada</my:x>', '<my:x><my:x/>Ada</my:x>', 'unknown'],
    ['<?php Ada ?>', '<?php Ada ?>', 'unknown'],
    ['<g inkscape:export-filename="/home/ada/x.png"/>', '/home/ada/x.png', 'text'],
    ['<g sodipodi:docbase="/home/ada"/>', '/home/ada', 'text'],
  ])('points at the words in %s', async (inside, text, type) => {
    const found = (await partsOf(svg, drawing(inside, ` ${EDITOR}`))).filter(({ block }) => block)
    expect(found.map(({ block }) => block?.type)).toEqual([type])
    expect(await Promise.all(found.map(blockText))).toEqual([text])
  })

  it.each([
    ['a script', '<script>x</script>'],
    ['an event handler', '<g onclick="x"/>'],
    ['a picture of an unknown kind', '<image href="data:image/jpeg;base64,AAAA"/>'],
    ['a picture that is not base64', '<image href="data:image/jpeg;base64,-"/>'],
    ['a picture elsewhere', '<image href="other.jpg"/>'],
    ['a picture as text', '<image href="data:image/svg+xml;utf8,&lt;svg/>"/>'],
    ['a picture in a filter', '<filter><feImage href="data:image/jpeg;base64,/9j/"/></filter>'],
    ['HTML inside', '<foreignObject/>'],
    ['a reference elsewhere', '<use xlink:href="other.svg#a"/>'],
    ['a reference elsewhere in a property', '<g fill="url(http://example.org/#a)"/>'],
    ['a reference spelled by numbers', '<g fill="u&#114;l(http://example.org/#a)"/>'],
    ['a reference elsewhere in a style sheet', '<style>@import "x.css";</style>'],
    ['a font in a style sheet', '<style>@font-face{src:url(data:font/woff,x)}</style>'],
    ['a selector that counts', '<style>g:first-child{fill:red}</style>'],
    ['a selector that sees neighbours', '<style>title ~ g{fill:red}</style>'],
    ['a selector that sees attributes', '<style>[id]{fill:red}</style>'],
    ['an animated reference', '<set attributeName="href" to="#x"/>'],
    ['a base elsewhere', '<g xml:base="http://example.org/"/>'],
    ['a prefix with two meanings', '<g xmlns:xlink="http://example.org/"/>'],
    ['tags that cross', '<g><a></g></a>'],
    ['an attribute without quotes', '<g id=x/>'],
    ['a comment without an end', '<!-- '],
  ])('refuses %s', async (_, inside) => {
    await expect(partsOf(svg, drawing(inside))).rejects.toBeInstanceOf(Malformed)
  })

  it('refuses declarations of the document type, and other encodings', async () => {
    const entities = '<!DOCTYPE svg [<!ENTITY a "Ada">]>'
    for (const head of [entities, '<?xml version="1.0" encoding="UTF-7"?>', '<?xml-stylesheet href="x.css"?>'])
      await expect(partsOf(svg, latin1Bytes(`${head}<svg ${NAMESPACES}/>`))).rejects.toBeInstanceOf(Malformed)
  })

  it('does not know other kinds of XML', async () => {
    for (const text of ['<?xml version="1.0"?><html/>', '<!-- x -->', '<svg/>'])
      await expect(partsOf(svg, latin1Bytes(text))).rejects.toBeInstanceOf(NotThisFormat)
  })
})

describe('cleaning an SVG', () => {
  it('leaves what is drawn as it is written', async () => {
    const text = `<text x="1" style="font-family:'Ada'">A &amp; <tspan>B</tspan></text>`
    const file = drawing(`<defs><path id="p" d="M0 0"/></defs>\n<use xlink:href="#p" fill="url(#g)"/>${text}`)
    expect(await cleaned(file)).toBe(Buffer.from(file).toString('latin1'))
  })

  it('empties title, desc and metadata but leaves their tags, which style sheets may count', async () => {
    const file = drawing('<title id="t">Ada</title><desc>Ada</desc><metadata><x/></metadata>')
    expect(await cleaned(file)).toBe(`<svg ${NAMESPACES}><title></title><desc></desc><metadata></metadata></svg>`)
  })

  it('takes out comments, editors’ settings and whatever is not drawn', async () => {
    const inside = '<!--x--><inkscape:grid/><g id="a" data-name="Ada" inkscape:label="Ada" aria-label="Ada"/>'
    expect(await cleaned(drawing(inside, ` ${EDITOR}`))).toBe(`<svg ${NAMESPACES}><g id="a"/></svg>`)
  })

  it('keeps the declaration, a public document type and a byte order mark', async () => {
    const doctype = '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'
    const text = `\xef\xbb\xbf<?xml version="1.0" encoding="UTF-8"?>\n${doctype}\n<svg ${NAMESPACES}/>\n`
    expect(await cleaned(latin1Bytes(text))).toBe(text)
  })
})

describe('a picture in a drawing', () => {
  const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
  const image = (text: string, name = 'href') => drawing(`<image width="2" ${name}="data:image/jpeg;base64,${text}"/>`)
  const photo = async () => Uint8Array.from(await still().jpeg().toBuffer())

  it('is cleaned as a file of its kind is, way up and all', async () => {
    const plain = await photo()
    const exif = exifOf({
      ifd0: [
        [0x0112, 'short', [6]],
        [0x013b, 'ascii', 'Odile\0'],
      ],
    })
    const telling = withSegments(plain, exifSegment(exif), jpegSegment(0xfe, 'Lina'))
    for (const name of ['href', 'xlink:href']) {
      const { bytes, removed } = await cleanedOf(svg, image(base64(telling), name))
      const expected = withSegments(plain, exifSegment(oneTagExif(6)))
      expect(bytes).toEqual(image(base64(expected), name))
      expect(removed).toEqual(['embedded picture/APP1 Exif', 'embedded picture/COM'])
      expect((await cleanedOf(svg, bytes)).bytes).toEqual(bytes)
    }
  })

  it('stays as it is when it says nothing, and loses what base64 can hide', async () => {
    const file = image(base64(await photo()))
    expect((await cleanedOf(svg, file)).bytes).toEqual(file)
    const loose = image(base64(await photo()).replace(/(.{30})/g, '$1\n '))
    expect((await cleanedOf(svg, loose)).bytes).toEqual(file)
  })

  it('tells what it says as of a picture inside', async () => {
    const telling = withSegments(await photo(), jpegSegment(0xfe, 'Lina'))
    const file = new File([image(base64(telling))], 'photo.svg')
    const findings = await findIn(await svg.split(sourceOf(file)), file, 'svg')
    expect(findings).toMatchObject([{ kind: 'words', text: 'Lina', source: 'comment (embedded picture)' }])
  })
})
