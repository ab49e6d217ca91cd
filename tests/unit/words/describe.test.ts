import { describe, expect, test } from 'vitest'
import { wordsFromDisk } from '../../../scripts/words-from-disk'
import { type Finding, KINDS } from '../../../src/findings/finding'
import {
  articleFor,
  describeFinding,
  describeReason,
  describeTime,
  describeValue,
  shortened,
} from '../../../src/words/describe'
import { headlineFor, headlineForMany, whatAre } from '../../../src/words/headline'
import { createWords, type Words } from '../../../src/words/words'

const en = wordsFromDisk('en')
const british: Words = { ...en, locale: 'en-GB' }
const fr = wordsFromDisk('fr')

const place: Finding = {
  kind: 'place',
  severity: 'high',
  source: 'Exif GPS',
  position: { latitude: 48.81341, longitude: 2.36219 },
  names: [],
}
const time: Finding = { kind: 'time', severity: 'medium', source: 'Exif', local: '2025-06-14T15:42:10', event: 'taken' }
const phone: Finding = { kind: 'device', severity: 'low', source: 'Exif', model: 'iPhone 13', serials: [] }
const name: Finding = { kind: 'people', severity: 'high', source: 'XMP', names: ['Léa Martin', 'Noé'], role: 'shown' }

describe('the headline says the most telling thing with its values', () => {
  test('in English', () => {
    expect(headlineFor([phone, time, place], british)).toBe(
      'Taken here: 48.8134\u00a0N, 2.3622\u00a0E, on 14 June 2025 at 15:42, with an iPhone 13',
    )
    expect(headlineFor([time], british)).toBe('Taken on 14 June 2025 at 15:42')
    expect(headlineFor([time, name], british)).toBe('Who is in it: Léa Martin and Noé')
  })

  test('in French', () => {
    expect(headlineFor([phone, time, place], fr)).toBe(
      'Prise ici\u00a0: 48,8134\u00a0N, 2,3622\u00a0E, le 14 juin 2025 à 15:42, avec un iPhone 13',
    )
    expect(headlineFor([time, phone], fr)).toBe('Prise le 14 juin 2025 à 15:42 avec un iPhone 13')
  })

  test('a date of the last change is not told as the moment of the photo', () => {
    expect(headlineFor([{ ...time, event: 'changed' }, phone], british)).toBe('Last changed on 14 June 2025 at 15:42')
    expect(headlineFor([{ ...time, event: 'changed' }, place], british)).toBe(
      'Taken here: 48.8134\u00a0N, 2.3622\u00a0E',
    )
  })

  test('south and west are named', () => {
    const there = { ...place, position: { latitude: -33.86, longitude: -70.5 } }
    expect(headlineFor([there], en)).toBe('Taken here: 33.8600\u00a0S, 70.5000\u00a0W')
    expect(headlineFor([there], fr)).toBe('Prise ici\u00a0: 33,8600\u00a0S, 70,5000\u00a0O')
  })

  test.each([
    [
      [[place], [place, name], [], []],
      '2 of 4 photos show where they were taken',
      '2 photos sur 4 indiquent où elles ont été prises',
    ],
    [[[place], []], '1 of 2 photos shows where it was taken', '1 photo sur 2 indique où elle a été prise'],
    [[[name], [time]], '1 of 2 photos names someone', '1 photo sur 2 nomme quelqu’un'],
    [[[phone], []], '1 of 2 photos says more than it shows', '1 photo sur 2 en dit plus que ce qu’on y voit'],
  ])('for several photos', (findings, english, french) => {
    expect(headlineForMany(findings, 'photo', en)).toBe(english)
    expect(headlineForMany(findings, 'photo', fr)).toBe(french)
  })
})

describe('every finding has a sentence in every language', () => {
  const one: { [Kind in Finding['kind']]: Extract<Finding, { kind: Kind }>[] } = {
    place: [place, { ...place, position: undefined as never, names: ['Lyon'] }] as Extract<
      Finding,
      { kind: 'place' }
    >[],
    people: (['shown', 'author', 'owner', 'face'] as const).flatMap((role) => [
      { ...name, role } as Extract<Finding, { kind: 'people' }>,
      { ...name, role, names: [] } as Extract<Finding, { kind: 'people' }>,
    ]),
    time: [time as Extract<Finding, { kind: 'time' }>],
    words: (['caption', 'keywords', 'comment', 'prompt', 'rights'] as const).map((role) => ({
      kind: 'words',
      severity: 'medium',
      source: 'XMP',
      text: 'At school',
      role,
    })),
    'hidden-picture': (['thumbnail', 'preview', 'second-image', 'depth'] as const).map((role) => ({
      kind: 'hidden-picture',
      severity: 'medium',
      source: 'MPF',
      role,
    })),
    'hidden-video': [{ kind: 'hidden-video', severity: 'medium', source: 'after the end' }],
    device: [
      phone,
      { ...phone, serials: ['F2LX'] },
      { kind: 'device', severity: 'medium', source: 'Exif', serials: ['F2LX'] },
      { kind: 'device', severity: 'low', source: 'Exif', serials: [] },
    ] as Extract<Finding, { kind: 'device' }>[],
    history: [true, false].flatMap((provenance) =>
      [[], ['GIMP']].map(
        (software) => ({ kind: 'history', severity: 'low', source: 'XMP', software, provenance }) as const,
      ),
    ),
    'file-name': [{ kind: 'file-name', severity: 'low', source: 'file name', name: 'IMG_20250614.jpg' }],
    unknown: [{ kind: 'unknown', severity: 'low', source: 'APP9', label: 'APP9', bytes: 812 }],
  }

  test.each(KINDS)('%s', (kind) => {
    for (const words of [en, fr]) {
      for (const finding of one[kind]) expect(describeFinding(finding, words)).toMatch(/\p{L}{3}/u)
    }
  })

  test('the values are in the sentence', () => {
    expect(describeFinding({ ...phone, serials: ['F2LX'] }, en)).toBe('Taken with an iPhone 13, serial number F2LX')
    expect(describeFinding({ ...place, altitude: 35.4 }, en)).toBe(
      'Taken here: 48.8134\u00a0N, 2.3622\u00a0E, 35\u00a0m above sea level',
    )
  })
})

test('each reason has a sentence', () => {
  expect(describeReason('not-recognised', en)).not.toBe(describeReason('malformed', en))
})

test.each([
  ['2025-06-14', '14 June 2025'],
  ['2025-06-14T15:42', '14 June 2025 at 15:42'],
  ['around noon', 'around noon'],
])('the moment %s reads %s', (local, text) => {
  expect(describeTime({ local }, british)).toBe(text)
})

test.each([
  ['fr', '2025-06-01T15:42', '1er juin 2025 à 15:42'],
  ['fr', '2025-06-11', '11 juin 2025'],
  ['it', '2027-02-01', '1º febbraio 2027'],
  ['de', '2027-02-01', '1. Februar 2027'],
])('in %s, the first of the month has its ordinal: %s reads %s', (language, local, text) => {
  expect(describeTime({ local }, wordsFromDisk(language))).toBe(text)
})

test('the bare name of a language is European, and Arabic has one kind of digits', () => {
  expect(wordsFromDisk('en').locale).toBe('en-GB')
  expect(wordsFromDisk('pt').locale).toBe('pt-PT')
  expect(describeTime({ local: '2025-06-14' }, wordsFromDisk('pt-BR'))).toBe('14 de junho de 2025')
  expect(describeTime({ local: '2025-06-14' }, { ...createWords('ar', {}, 'ar-EG') })).toMatch(/14 \S+ 2025/)
})

test('a moment in UTC says so', () => {
  expect(describeTime({ local: '2025-06-14T15:42:10', offset: 'Z' }, british)).toBe('14 June 2025 at 15:42 UTC')
})

test('text from a file is one line, of bearable length, and cannot turn the line around', () => {
  expect(shortened('  a\u0000b\n\tc\u202Ed ')).toBe('a b cd')
  expect(shortened('é'.repeat(500))).toBe(`${'é'.repeat(200)}…`)
  expect(
    describeFinding({ kind: 'file-name', severity: 'low', source: 'x', name: '<img onerror=x>{y}' }, en),
  ).toContain('<img onerror=x>{y}')
})

test.each([
  ['iPhone 13', 'an'],
  ['Apple iPhone', 'an'],
  ['Canon EOS R6', 'a'],
  ['SM-G991B', 'an'],
  ['X100V', 'an'],
  ['SAMSUNG', 'a'],
  ['Pixel 8', 'a'],
  ['HTC One', 'an'],
  ['LG G6', 'an'],
  ['RMX3031', 'an'],
  ['SLT-A58', 'an'],
  ['HMA-L29', 'an'],
  ['Honor 20', 'an'],
  ['ONEPLUS A6003', 'a'],
  ['MI 9', 'a'],
  ['Leica Q', 'a'],
  ['NIKON D90', 'a'],
  ['FUJIFILM X100V', 'a'],
])('English puts the right article before %s', (model, article) => {
  expect(articleFor(model)).toBe(article)
})

test('files are called by what they are', () => {
  const of = (...types: string[]) => whatAre(types.map((type) => new File([], 'x', { type })))
  expect(of('image/jpeg', 'image/png')).toBe('photo')
  expect(of('video/mp4')).toBe('video')
  expect(of('image/jpeg', 'video/mp4')).toBe('file')
})

test('a language without messages for a key fails loudly', () => {
  expect(() => createWords('en', {}).t('kind.place')).toThrow(/kind\.place/)
})

test('one line names no part of the file that could not be read; the details do', () => {
  const unread: Finding = { kind: 'unknown', severity: 'low', source: 'APP9', label: 'APP9', bytes: 812 }
  expect(describeValue(unread, wordsFromDisk('en'))).toBe('something that could not be read')
  expect(describeFinding(unread, wordsFromDisk('en'))).toContain('APP9')
})
