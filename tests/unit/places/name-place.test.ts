import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { decodeCities } from '../../../src/places/cities-pack'
import { decodeCountries } from '../../../src/places/countries-pack'
import { namePlace } from '../../../src/places/name-place'

const read = (name: string) => gunzipSync(readFileSync(`src/places/${name}.pack`))
const gazetteer = { cities: decodeCities(read('cities')), countries: decodeCountries(read('countries')) }
const at = (latitude: number, longitude: number) => namePlace({ latitude, longitude }, gazetteer)

/** Points on the ground that everybody can look up, and the city that people there would name. */
const POINTS: readonly (readonly [string, number, number, string, string])[] = [
  // French cities, large: the nearest centre would be a suburb or a quarter.
  ['Eiffel Tower', 48.8584, 2.2945, 'FR', 'Paris'],
  ['Sacré-Cœur', 48.8867, 2.3431, 'FR', 'Paris'],
  ['La Part-Dieu station', 45.7605, 4.8597, 'FR', 'Lyon'],
  ['Parc de la Tête d’Or', 45.7772, 4.8553, 'FR', 'Lyon'],
  ['Lille-Flandres station', 50.6365, 3.0707, 'FR', 'Lille'],
  ['Old port of Marseille', 43.2951, 5.3743, 'FR', 'Marseille'],
  ['Capitole of Toulouse', 43.6044, 1.4442, 'FR', 'Toulouse'],
  ['Promenade des Anglais', 43.6935, 7.2544, 'FR', 'Nice'],
  // French towns, small.
  ['Château of Versailles', 48.8049, 2.1204, 'FR', 'Versailles'],
  ['Lake of Annecy, shore', 45.8965, 6.1297, 'FR', 'Annecy'],
  ['Guérande, ramparts', 47.328, -2.4284, 'FR', 'Guérande'],
  ['Rocamadour', 44.7993, 1.6178, 'FR', 'Gramat'],
  ['Ajaccio, citadel', 41.9174, 8.7389, 'FR', 'Ajaccio'],
  // Borders.
  ['Strasbourg cathedral', 48.5819, 7.7509, 'FR', 'Strasbourg'],
  ['Kehl station', 48.5757, 7.8092, 'DE', 'Kehl'],
  ['Jet d’Eau, Geneva', 46.2074, 6.1559, 'CH', 'Genève'],
  ['Annemasse station', 46.1996, 6.2364, 'FR', 'Annemasse'],
  ['Menin Gate, Ypres', 50.8521, 2.8914, 'BE', 'Ieper'],
  ['Casino of Monte-Carlo', 43.7392, 7.4272, 'MC', 'Monaco'],
  ['Grand-Place, Brussels', 50.8467, 4.3525, 'BE', 'Brussels'],
  ['Place d’Armes, Luxembourg', 49.6113, 6.1294, 'LU', 'Luxembourg'],
  // Overseas.
  ['Saint-Denis, Barachois', -20.8737, 55.4486, 'RE', 'Saint-Denis'],
  ['Fort-de-France, Savane', 14.6037, -61.0674, 'MQ', 'Fort-de-France'],
  ['Nouméa, place des Cocotiers', -22.2733, 166.4424, 'NC', 'Nouméa'],
  ['Cayenne, place des Palmistes', 4.9384, -52.3301, 'GF', 'Cayenne'],
  // Small towns elsewhere in Europe.
  ['Market square of Rothenburg', 49.3769, 10.1789, 'DE', 'Rothenburg ob der Tauber'],
  ['Trulli of Alberobello', 40.7826, 17.2363, 'IT', 'Alberobello'],
  // World.
  ['Big Ben', 51.5007, -0.1246, 'GB', 'London'],
  ['Brandenburg Gate', 52.5163, 13.3777, 'DE', 'Berlin'],
  ['Times Square', 40.758, -73.9855, 'US', 'New York City'],
  ['Opera of Sydney', -33.8568, 151.2153, 'AU', 'Sydney'],
  ['Shibuya crossing', 35.6595, 139.7005, 'JP', 'Tokyo'],
  ['Ceuta, cathedral', 35.8883, -5.3157, 'ES', 'Ceuta'],
]

describe('a position is named by the country it lies in and the city that people would name', () => {
  test.each(POINTS)('%s', (_, latitude, longitude, country, city) => {
    expect(at(latitude, longitude)).toMatchObject({ country, city })
  })

  test('with the names of other languages, where they have some', () => {
    expect(at(48.1374, 11.5755)?.names).toMatchObject({ de: 'München', it: 'Monaco di Baviera' })
    expect(at(44.7993, 1.6178)?.names).toBeUndefined()
  })

  test('of two cities with one name in a country, the larger alone has the names of the table', () => {
    const twin = { name: 'Munich', latitude: 54, longitude: 10, population: 5000 }
    const german = [twin, { ...twin, latitude: 48, population: 1_000_000 }]
    const cities = { ...gazetteer.cities, has: () => true, get: () => german }
    const twins = { ...gazetteer, cities }
    expect(namePlace({ latitude: 48, longitude: 10 }, twins)?.names?.de).toBe('München')
    expect(namePlace({ latitude: 54, longitude: 10 }, twins)?.names).toBeUndefined()
  })

  test('far from any city, by its country alone', () => {
    expect(at(23.4, 5.5)).toEqual({ country: 'DZ', city: null })
  })

  test('at sea, not at all', () => {
    expect(at(30, -45)).toBeNull()
  })
})
