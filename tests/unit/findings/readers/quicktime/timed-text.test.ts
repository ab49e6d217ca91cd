import { expect, it } from 'vitest'
import { findIn } from '../../../../../src/findings/find'
import { concat, latin1Bytes, u32be } from '../../../../../src/formats/core/bytes'
import { sourceOf } from '../../../../../src/formats/core/source'
import { mp4 } from '../../../../../src/formats/isobmff/mp4'
import { boxOf, filmOf, numbers, type TrackRecipe, u16be } from '../../../../support/box-bytes'
import { findingsIn } from '../../../../support/findings-in'

const PICTURE: TrackRecipe = { handler: 'vide', codec: 'avc1', samples: ['frame'] }
const line = (text: string) => concat(u16be(Buffer.byteLength(text)), Uint8Array.from(Buffer.from(text)))

async function findingsOf(...tracks: TrackRecipe[]) {
  const file = new File([filmOf({ tracks })], 'film')
  const all = await findIn(await mp4.split(sourceOf(file)), file, 'mp4')
  return all.filter(({ kind }) => kind !== 'time')
}

it('a drone’s subtitles say where', async () => {
  const samples = [line('GPS(4.8357,45.7640,19) Zoe Quill'), line('GPS(4.8358,45.7641,20) Zoe Quill')]
  expect(await findingsOf(PICTURE, { handler: 'sbtl', codec: 'tx3g', samples })).toMatchObject([
    { kind: 'place', source: 'subtitles', position: { latitude: 45.764, longitude: 4.8357 } },
  ])
})

it('a drone without reception says when, and no more', async () => {
  const text =
    '<font size="28">SrtCnt : 1, DiffTime : 33ms\n2024-05-06 07:08:09.123\n[iso : 100] [latitude: 0.000000] [longitude: 0.000000] </font>'
  expect(await findingsIn([{ type: 'text', label: 'subtitles', bytes: text }], { format: 'mp4' })).toMatchObject([
    { kind: 'time', local: '2024-05-06T07:08:09' },
  ])
})

it('titles of chapters are words', async () => {
  const film = { ...PICTURE, references: [boxOf('chap', numbers([2], 4))] }
  const samples = [line('Zoe Quill party'), concat(line('Cake'), boxOf('encd', u32be(0x100)))]
  expect(await findingsOf(film, { handler: 'text', codec: 'text', samples })).toMatchObject([
    { kind: 'words', source: 'chapters', text: 'Zoe Quill party\nCake' },
  ])
})

it('subtitles are words, in UTF-16 and behind their style too', async () => {
  const wide = Uint8Array.from([0xfe, 0xff, ...Buffer.from('Zoë', 'utf16le').swap16()])
  const bytes = concat(line('Hello'), boxOf('styl', new Uint8Array(14)), u16be(wide.length), wide, line('<b>Bye</b>'))
  expect(
    await findingsIn([{ type: 'text', packing: 'timed-text', label: 'subtitles', bytes }], { format: 'mp4' }),
  ).toMatchObject([{ kind: 'words', source: 'subtitles', text: 'Hello\nZoë\nBye' }])
})

it('WebVTT is read cue by cue', async () => {
  const bytes = concat(boxOf('vttc', boxOf('payl', 'Zoe laughs')), boxOf('vtte'))
  expect(await findingsIn([{ type: 'text', label: 'subtitles', bytes }], { format: 'mp4' })).toMatchObject([
    { kind: 'words', text: 'Zoe laughs' },
  ])
})

it('lines without their length are read as they are', async () => {
  const bytes = latin1Bytes('GPS(4.8552,45.7772) Villeurbanne')
  expect(await findingsIn([{ type: 'text', packing: 'timed-text', label: 'subtitles', bytes }])).toMatchObject([
    { kind: 'place', position: { latitude: 45.7772 } },
  ])
})

it('lines that end early are read as far as they go', async () => {
  const bytes = concat(u16be(500), latin1Bytes('Zoe Quill'))
  expect(
    await findingsIn([{ type: 'text', packing: 'timed-text', label: 'subtitles', bytes }], { format: 'mp4' }),
  ).toMatchObject([{ kind: 'words', text: 'Zoe Quill' }])
})

it('pieces of subtitles are lines', async () => {
  const piece = (bytes: string) =>
    ({ type: 'text', label: 'subtitles', group: 'S_TEXT', encoding: 'utf-8', bytes }) as const
  expect(await findingsIn([piece('Zoe Quill'), piece('Zoe Quill'), piece('Cake')])).toMatchObject([
    { kind: 'words', text: 'Zoe Quill\nCake' },
  ])
})
