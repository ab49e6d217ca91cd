import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { decodeCities } from '../../../src/places/cities-pack'
import { decodeCountries } from '../../../src/places/countries-pack'
import { drawMap } from '../../../src/places/draw-map'
import { type LittleMap, MAP_SIZE, type MapView } from '../../../src/places/little-map'
import { decodeMap } from '../../../src/places/map-pack'

const read = (name: string) => gunzipSync(readFileSync(`src/places/${name}.pack`))
const gazetteer = { cities: decodeCities(read('cities')), countries: decodeCountries(read('countries')) }
const geography = { atlas: decodeMap(read('map')), gazetteer }
const around = (latitude: number, longitude: number, view: MapView = 'country') =>
  drawMap([{ latitude, longitude }], view, geography)

/** Every number of a path, in pairs. */
function pointsOf(path: string): [number, number][] {
  const numbers = (path.match(/-?[\d.]+/g) ?? []).map(Number)
  return Array.from({ length: numbers.length / 2 }, (_, at) => [numbers[2 * at] ?? 0, numbers[2 * at + 1] ?? 0])
}

/** Fails where a name lies over another, or hangs out of the map. */
function expectApart({ towns }: LittleMap): void {
  const boxes = towns.map(({ name, names = {}, x, y, side }) => {
    const length = Math.max(...[name, ...Object.values(names)].map((one) => one.length)) * 6
    return { left: side === 'left' ? x - length : x, right: side === 'left' ? x : x + length, y }
  })
  expect(boxes.length).toBeGreaterThan(0)
  for (const [at, box] of boxes.entries()) {
    expect(box.left).toBeGreaterThanOrEqual(0)
    expect(box.right).toBeLessThanOrEqual(MAP_SIZE.width)
    for (const other of boxes.slice(at + 1)) {
      const apart = Math.abs(box.y - other.y) >= 14 || box.right <= other.left || other.right <= box.left
      expect(apart).toBe(true)
    }
  }
}

describe('the map around a place', () => {
  const lyon = around(45.76, 4.85)

  test('shows land and borders within its frame', () => {
    for (const path of [lyon.land, lyon.borders]) {
      const points = pointsOf(path)
      expect(points.length).toBeGreaterThan(50)
      for (const [x, y] of points) {
        expect(x).toBeGreaterThanOrEqual(-1)
        expect(x).toBeLessThanOrEqual(MAP_SIZE.width + 1)
        expect(y).toBeGreaterThanOrEqual(-1)
        expect(y).toBeLessThanOrEqual(MAP_SIZE.height + 1)
      }
    }
  })

  test('names two or three towns that a parent knows, north above and west on the left', () => {
    const [x, y] = [MAP_SIZE.width / 2, MAP_SIZE.height / 2]
    const byName = new Map(lyon.towns.map((town) => [town.name, town]))
    expect(byName.size).toBe(4)
    expect(byName.get('Lyon')).toMatchObject({ here: true, x, y })
    expect(byName.get('Paris')?.y).toBeLessThan(y)
    expect(byName.get('Paris')?.x).toBeLessThan(x)
    expect(byName.get('Marseille')?.y).toBeGreaterThan(y)
  })

  test('has the names of towns in the languages that call them otherwise', () => {
    const marseille = lyon.towns.find(({ name }) => name === 'Marseille')
    expect(marseille?.names).toMatchObject({ es: 'Marsella', it: 'Marsiglia' })
  })

  test.each([
    ['Lyon', 45.76, 4.85],
    ['Brest', 48.39, -4.49],
    ['Nouméa', -22.27, 166.44],
    ['Suva, where the date changes', -18.14, 178.44],
    ['New York', 40.71, -74.0],
  ])('keeps names apart and inside: %s', (_, latitude, longitude) => {
    expectApart(around(latitude, longitude))
  })

  test('draws small islands, and where the date changes', () => {
    for (const [latitude, longitude, country] of [
      [-21.1, 55.5, 'RE'],
      [16.2, -61.6, 'GP'],
      [14.65, -61, 'MQ'],
      [-12.82, 45.15, 'YT'],
    ] as const) {
      const points = pointsOf(around(latitude, longitude).land)
      const fromMiddle = points.map(([x, y]) => Math.hypot(x - MAP_SIZE.width / 2, y - MAP_SIZE.height / 2))
      expect(Math.min(...fromMiddle), country).toBeLessThan(20)
    }
    expect(around(-17.8, 178).land).toMatch(/^M/)
  })

  test('has land where the date changes in the middle of it', () => {
    const { land } = around(66.6, -170.9)
    const sides = pointsOf(land).map(([x]) => (x < 100 ? 'Chukotka' : x > 220 ? 'Alaska' : 'between'))
    expect(sides).toContain('Chukotka')
    expect(sides).toContain('Alaska')
  })

  test('has the coast of Antarctica, which goes around a pole, from the other side of the date line', () => {
    const xs = pointsOf(around(-70.5, -179.5).land).map(([x]) => x)
    expect(Math.min(...xs)).toBeLessThan(120)
  })

  test('is water and a spot where there is nothing but water', () => {
    const { land, spots, towns } = around(30, -45)
    expect(land).toBe('')
    expect(spots).toEqual([{ x: 160, y: 90 }])
    // In the bounds of continents, with no land in sight.
    for (const [latitude, longitude] of [
      [35, -50],
      [-15, -27],
      [49.86, -36.6],
      [-9, -110.5],
      [-15, 80],
      [20, -140],
      [45, 180],
    ] as const)
      expect(around(latitude, longitude).land).toBe('')
    expect(towns).toEqual([])
  })

  test('comes closer to the region, where other towns have a name', () => {
    expect(lyon.closer).toBe(true)
    const region = around(45.76, 4.85, 'region')
    expect(region.towns.find(({ here }) => here)?.name).toBe('Lyon')
    const names = region.towns.map(({ name }) => name)
    expect(names).not.toContain('Paris')
    expect(names.length).toBeGreaterThan(2)
  })
})

describe('the map of several places', () => {
  const LYON = { latitude: 45.76, longitude: 4.85 }
  const NICE = { latitude: 43.7, longitude: 7.26 }
  const NOUMEA = { latitude: -22.27, longitude: 166.44 }

  test('shows all of them, and names the cities they are in', () => {
    const { spots, towns, closer } = drawMap([LYON, NICE, LYON], 'country', geography)
    expect(spots).toHaveLength(3)
    expect(towns.filter(({ here }) => here).map(({ name }) => name)).toEqual(['Lyon', 'Nice'])
    expect(closer).toBe(true)
    expect(drawMap([{ latitude: 48.39, longitude: -4.49 }, NICE], 'country', geography).closer).toBe(false)
    for (const { x, y } of spots) {
      expect(x > 8 && x < MAP_SIZE.width - 8 && y > 8 && y < MAP_SIZE.height - 8).toBe(true)
    }
  })

  test('leaves out a name for which another leaves no room', () => {
    const [paris, beijing] = [
      { latitude: 48.81, longitude: 2.36 },
      { latitude: 39.91, longitude: 116.39 },
    ]
    const map = drawMap([LYON, beijing, paris], 'country', geography)
    expect(map.spots).toHaveLength(3)
    expect(map.towns.filter(({ here }) => here).map(({ name }) => name)).toEqual(['Lyon', 'Beijing'])
    expectApart(map)
  })

  test('reaches as far as it has to', () => {
    const { spots, land } = drawMap([LYON, NICE, NOUMEA], 'country', geography)
    expect(land).toMatch(/^M/)
    expect(spots.length).toBeGreaterThanOrEqual(2)
  })

  test('throws for none, which is no map', () => {
    expect(() => drawMap([], 'country', geography)).toThrow(RangeError)
  })
})
