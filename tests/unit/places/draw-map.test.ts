import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { decodeCities } from '../../../src/places/cities-pack'
import { mapMaker } from '../../../src/places/draw-map'
import { MAP_SIZE } from '../../../src/places/little-map'

const read = (name: string) => gunzipSync(readFileSync(`src/places/${name}.pack`))
const cities = decodeCities(read('cities'))
const draw = mapMaker(JSON.parse(read('map').toString()))
const around = (latitude: number, longitude: number, country: string | null) =>
  draw({ latitude, longitude }, country, cities)

/** Every number of a path, in pairs. */
function pointsOf(path: string): [number, number][] {
  const numbers = (path.match(/-?[\d.]+/g) ?? []).map(Number)
  return Array.from({ length: numbers.length / 2 }, (_, at) => [numbers[2 * at] ?? 0, numbers[2 * at + 1] ?? 0])
}

describe('the map around a place', () => {
  const lyon = around(45.76, 4.85, 'FR')

  test('shows land and borders within its frame', () => {
    for (const path of [lyon?.land ?? '', lyon?.borders ?? '']) {
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
    const byName = new Map(lyon?.towns.map((town) => [town.name, town]))
    expect(byName.size).toBe(3)
    expect(byName.get('Paris')?.y).toBeLessThan(y)
    expect(byName.get('Paris')?.x).toBeLessThan(x)
    expect(byName.get('Marseille')?.y).toBeGreaterThan(y)
  })

  test('has the names of towns in the languages that call them otherwise', () => {
    const marseille = lyon?.towns.find(({ name }) => name === 'Marseille')
    expect(marseille?.names).toMatchObject({ es: 'Marsella', it: 'Marsiglia' })
  })

  test.each([
    ['Lyon', 45.76, 4.85, 'FR'],
    ['Brest', 48.39, -4.49, 'FR'],
    ['Nouméa', -22.27, 166.44, 'NC'],
    ['Suva, where the date changes', -18.14, 178.44, 'FJ'],
    ['New York', 40.71, -74.0, 'US'],
  ])('keeps names apart and inside: %s', (_, latitude, longitude, country) => {
    const boxes = (around(latitude, longitude, country)?.towns ?? []).map(({ name, names = {}, x, y, side }) => {
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
  })

  test('draws small islands, and where the date changes', () => {
    for (const [latitude, longitude, country] of [
      [-21.1, 55.5, 'RE'],
      [16.2, -61.6, 'GP'],
      [14.65, -61, 'MQ'],
      [-12.82, 45.15, 'YT'],
    ] as const) {
      const points = pointsOf(around(latitude, longitude, country)?.land ?? '')
      const fromMiddle = points.map(([x, y]) => Math.hypot(x - MAP_SIZE.width / 2, y - MAP_SIZE.height / 2))
      expect(Math.min(...fromMiddle), country).toBeLessThan(20)
    }
    expect(around(-17.8, 178, 'FJ')?.land).toMatch(/^M/)
  })

  test('is none where there is nothing but water', () => {
    expect(around(30, -45, null)).toBeNull()
  })
})
