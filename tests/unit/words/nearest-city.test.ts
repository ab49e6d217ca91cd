import { describe, expect, test } from 'vitest'
import { languagesOnDisk, wordsFromDisk } from '../../../scripts/words-from-disk'
import type { Finding } from '../../../src/findings/finding'
import cityNames from '../../../src/places/city-names.json'
import type { PlaceName } from '../../../src/places/name-place'
import type { CityNames } from '../../../src/places/names-of'
import { describeFinding, describeValue } from '../../../src/words/describe'
import { headlineFor } from '../../../src/words/headline'
import { nearestCityPhrase } from '../../../src/words/nearest-city'

const place: Extract<Finding, { kind: 'place' }> = {
  kind: 'place',
  severity: 'high',
  source: 'Exif GPS',
  position: { latitude: 45.7772, longitude: 4.8553 },
  altitude: 172,
  names: [],
}
const time: Finding = { kind: 'time', severity: 'medium', source: 'Exif', local: '2025-06-14T15:42:10', event: 'taken' }
const phone: Finding = { kind: 'device', severity: 'low', source: 'Exif', model: 'iPhone 13', serials: [] }
const LYON: PlaceName = { country: 'FR', city: 'Lyon' }
const DESERT: PlaceName = { country: 'DZ', city: null }

describe('the headline names the place', () => {
  test.each([
    ['en', 'Taken near Lyon, France, with an iPhone 13'],
    ['fr', 'Prise près de Lyon, France, avec un iPhone 13'],
    ['nl', 'Gemaakt in de buurt van Lyon, Frankrijk, met een iPhone 13'],
    ['de', 'Aufgenommen in der Nähe von Lyon, Frankreich, mit iPhone 13'],
    ['es', 'Se tomó cerca de Lyon, Francia, con iPhone 13'],
    ['it', 'Scattata vicino a Lyon, Francia, con iPhone 13'],
    ['pt', 'Tirada perto de Lyon, França, com iPhone 13'],
  ])('in %s', (language, sentence) => {
    expect(headlineFor([place, phone], wordsFromDisk(language), LYON)).toBe(sentence)
  })

  test('with the moment behind it', () => {
    expect(headlineFor([place, time, phone], { ...wordsFromDisk('en'), locale: 'en-GB' }, LYON)).toBe(
      'Taken near Lyon, France, on 14 June 2025 at 15:42 with an iPhone 13',
    )
    expect(headlineFor([place, time, phone], wordsFromDisk('fr'), LYON)).toBe(
      'Prise près de Lyon, France, le 14 juin 2025 à 15:42, avec un iPhone 13',
    )
  })

  test('in Arabic, the name kept apart from the direction of the sentence', () => {
    const sentence = headlineFor([place], wordsFromDisk('ar'), LYON)
    expect(sentence).toContain('\u2068Lyon\u2069')
    expect(sentence).toContain('فرنسا')
  })

  test('with nothing behind it where nothing else is known', () => {
    expect(headlineFor([place], wordsFromDisk('en'), LYON)).toBe('Taken near Lyon, France')
  })

  test('far from any city, with the position and the country', () => {
    expect(headlineFor([place], wordsFromDisk('en'), DESERT)).toBe('Taken here: 45.7772\u00a0N, 4.8553\u00a0E, Algeria')
  })

  test('and leaves it as the file itself calls it', () => {
    const own = { ...place, names: ['Parc de la Tête d’Or'] }
    for (const named of [LYON, DESERT]) {
      expect(headlineFor([own], wordsFromDisk('en'), named)).toBe(headlineFor([own], wordsFromDisk('en')))
    }
  })
})

test.each(languagesOnDisk())('the details keep the position beside the name in %s', (language) => {
  const words = wordsFromDisk(language)
  const sentence = describeFinding(place, words, LYON)
  expect(sentence).toContain('Lyon')
  expect(sentence).toMatch(/45[.,]7772/)
  expect(sentence).toMatch(/172/)
})

test.each([
  ['Lyon', 'près de Lyon, France'],
  ['Annecy', 'près d’Annecy, France'],
  ['Évreux', 'près d’Évreux, France'],
  ['Hyères', 'près d’Hyères, France'],
  ['Honfleur', 'près de Honfleur, France'],
  ['Le Havre', 'près du Havre, France'],
  ['Les Ulis', 'près des Ulis, France'],
  ['La Rochelle', 'près de La Rochelle, France'],
  ['Lens', 'près de Lens, France'],
  ['Yvetot', 'près d’Yvetot, France'],
  ['La Haye', 'près de La Haye, France'],
  ['Helsinki', 'près d’Helsinki, France'],
  ['Heidelberg', 'près de Heidelberg, France'],
  ['Ávila', 'près d’Ávila, France'],
  ['Ústí nad Labem', 'près d’Ústí nad Labem, France'],
  ['İzmit', 'près d’İzmit, France'],
  ['’Aïn Benian', 'près d’Aïn Benian, France'],
  ['Hazebrouck', 'près d’Hazebrouck, France'],
  ['Hersin-Coupigny', 'près d’Hersin-Coupigny, France'],
  ['Hérouville-Saint-Clair', 'près d’Hérouville-Saint-Clair, France'],
  ['Hésingue', 'près de Hésingue, France'],
  ['Héron', 'près de Héron, France'],
  ['Helchteren', 'près de Helchteren, France'],
  ['Ouagadougou', 'près de Ouagadougou, France'],
  ['Oujda', 'près d’Oujda, France'],
])('French says where %s is: %s', (city, phrase) => {
  expect(nearestCityPhrase(place, { country: 'FR', city }, wordsFromDisk('fr'))).toBe(phrase)
})

test.each([
  ['Lisboa', 'perto de Lisboa, Portugal'],
  ['Porto', 'perto do Porto, Portugal'],
  ['Guarda', 'perto da Guarda, Portugal'],
  ['Estoril', 'perto do Estoril, Portugal'],
  ['Caldas da Rainha', 'perto das Caldas da Rainha, Portugal'],
  ['Olivais', 'perto dos Olivais, Portugal'],
  ['Cidade do Cabo', 'perto da Cidade do Cabo, Portugal'],
])('Portuguese says where %s is: %s', (city, phrase) => {
  expect(nearestCityPhrase(place, { country: 'PT', city }, wordsFromDisk('pt'))).toBe(phrase)
})

test.each([
  ['Roma', 'vicino a Roma, Italia'],
  ['Ancona', 'vicino ad Ancona, Italia'],
  ['Il Cairo', 'vicino al Cairo, Italia'],
  ['L’Aia', 'vicino all’Aia, Italia'],
  ["L'Aquila", 'vicino all’Aquila, Italia'],
  ['La Mecca', 'vicino alla Mecca, Italia'],
  ['La Paz', 'vicino a La Paz, Italia'],
])('Italian says where %s is: %s', (city, phrase) => {
  expect(nearestCityPhrase(place, { country: 'IT', city }, wordsFromDisk('it'))).toBe(phrase)
})

const table: Readonly<Record<string, CityNames | undefined>> = cityNames
/** A city with what the table has for it. */
const named = (country: string, city: string): PlaceName => ({
  country,
  city,
  names: table[`${country}/${city}`] ?? {},
})

test.each([
  ['en', 'BE', 'Gent', 'near Ghent, Belgium'],
  ['en', 'NL', 'The Hague', 'near The Hague, Netherlands'],
  ['fr', 'NL', 'The Hague', 'près de La Haye, Pays-Bas'],
  ['fr', 'EG', 'Cairo', 'près du Caire, Égypte'],
  ['fr', 'TN', 'Ariana', 'près de L’Ariana, Tunisie'],
  ['fr', 'ZA', 'Cape Town', 'près du Cap, Afrique du Sud'],
  ['fr', 'FI', 'Helsinki', 'près d’Helsinki, Finlande'],
  ['fr', 'BE', 'Antwerpen', 'près d’Anvers, Belgique'],
  ['nl', 'NL', 'The Hague', 'in de buurt van Den Haag, Nederland'],
  ['nl', 'BE', 'Liège', 'in de buurt van Luik, België'],
  ['de', 'DE', 'Munich', 'in der Nähe von München, Deutschland'],
  ['de', 'LU', 'Luxembourg', 'in der Nähe von Luxemburg'],
  ['es', 'NL', 'The Hague', 'cerca de La Haya, Países Bajos'],
  ['es', 'EG', 'Cairo', 'cerca de El Cairo, Egipto'],
  ['it', 'IT', 'Rome', 'vicino a Roma, Italia'],
  ['it', 'NL', 'The Hague', 'vicino all’Aia, Paesi Bassi'],
  ['it', 'GR', 'Athens', 'vicino ad Atene, Grecia'],
  ['it', 'SA', 'Mecca', 'vicino alla Mecca, Arabia Saudita'],
  ['it', 'EG', 'Cairo', 'vicino al Cairo, Egitto'],
  ['pt', 'EG', 'Cairo', 'perto do Cairo, Egito'],
  ['pt', 'IL', 'Nazareth', 'perto de Nazaré, Israel'],
  ['pt', 'ZA', 'Cape Town', 'perto da Cidade do Cabo, África do Sul'],
  ['pt', 'RU', 'Moscow', 'perto de Moscovo, Rússia'],
  ['pt', 'PL', 'Warsaw', 'perto de Varsóvia, Polónia'],
  ['pt', 'ES', 'A Coruña', 'perto da Corunha, Espanha'],
  ['pt', 'FR', 'Le Havre', 'perto do Havre, França'],
  ['pt-BR', 'RU', 'Moscow', 'perto de Moscou, Rússia'],
  ['pt-BR', 'PL', 'Warsaw', 'perto de Varsóvia, Polônia'],
  ['pt-BR', 'TH', 'Bangkok', 'perto de Bangkok, Tailândia'],
  ['fr', 'HK', 'Hong Kong', 'près de Hong Kong'],
  ['de', 'HK', 'Hong Kong', 'in der Nähe von Hongkong'],
  ['ar', 'EG', 'Cairo', 'بالقرب من \u2068القاهرة\u2069، مصر'],
])('in %s, %s/%s is spoken of by the name in use there: %s', (language, country, city, phrase) => {
  expect(nearestCityPhrase(place, named(country, city), wordsFromDisk(language))).toBe(phrase)
})

test('a language without a name of its own says the one in the pack', () => {
  expect(
    nearestCityPhrase(place, { country: 'DE', city: 'Munich', names: { de: 'München' } }, wordsFromDisk('en')),
  ).toBe('near Munich, Germany')
})

test.each([
  ['en', 'Filmed near Lyon, France'],
  ['fr', 'Filmée près de Lyon, France'],
  ['it', 'Girato vicino a Lyon, Francia'],
  ['es', 'Se grabó cerca de Lyon, Francia'],
  ['pt', 'Gravado perto de Lyon, França'],
  ['de', 'Aufgenommen in der Nähe von Lyon, Frankreich'],
])('a video is not spoken of as a photo in %s', (language, sentence) => {
  expect(headlineFor([place], wordsFromDisk(language), LYON, 'video')).toBe(sentence)
})

describe('beside the name of its kind, a place is', () => {
  const en = wordsFromDisk('en')
  const own = { ...place, names: ['Parc de la Tête d’Or', 'Lyon'] }

  test('its name, and that the file knows the spot', () => {
    expect(describeValue(place, en, LYON)).toBe('near Lyon, France – the file gives the exact spot')
    expect(describeValue(own, en)).toBe('Parc de la Tête d’Or, Lyon – the file gives the exact spot')
  })

  test('its name alone where the file has no position, or one within a kilometre only', () => {
    const { position: _, ...named } = own
    expect(describeValue(named, en)).toBe('Parc de la Tête d’Or, Lyon')
    expect(describeValue({ ...place, position: { latitude: 45.78, longitude: 4.85 } }, en, LYON)).toBe(
      'near Lyon, France',
    )
  })

  test('its position where no name is known', () => {
    expect(describeValue(place, en)).toBe('45.7772\u00a0N, 4.8553\u00a0E')
    expect(describeValue(place, en, DESERT)).toBe('45.7772\u00a0N, 4.8553\u00a0E, Algeria')
  })
})

test('words from a file keep their own direction in Arabic, one by one', () => {
  const ar = wordsFromDisk('ar')
  const own = { ...place, names: ['12 rue des Lilas', 'Lyon'] }
  expect(describeFinding(own, ar)).toMatch(/\u206812 rue des Lilas\u2069، \u2068Lyon\u2069، /)
  const serials: Finding = { kind: 'device', severity: 'medium', source: 'Exif', serials: ['A-1', '2'] }
  expect(describeFinding(serials, ar)).toMatch(/\u2068A-1\u2069.*\u20682\u2069/)
})

test('a headline with a name spares the parent the numbers', () => {
  const own = { ...place, names: ['Parc de la Tête d’Or', 'Lyon'] }
  expect(headlineFor([own], wordsFromDisk('en'))).toBe('Taken here: Parc de la Tête d’Or, Lyon')
})

test('a country that is called like its city is named once', () => {
  expect(nearestCityPhrase(place, { country: 'MC', city: 'Monaco' }, wordsFromDisk('en'))).toBe('near Monaco')
  // Brazil writes the country with another accent.
  expect(nearestCityPhrase(place, named('MC', 'Monaco'), wordsFromDisk('pt'))).toBe('perto de Mónaco')
  expect(nearestCityPhrase(place, named('TN', 'Tunis'), wordsFromDisk('ar'))).toBe('بالقرب من \u2068تونس\u2069')
})
