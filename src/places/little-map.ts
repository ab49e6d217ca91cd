import type { CityNames } from './names-of'

/** How much of the world a map shows: 'country' is about as far as a country reaches, 'region' a quarter of that. */
export type MapView = 'country' | 'region'

/** What an SVG of `MAP_SIZE` shows; paths are its `d`. */
export interface LittleMap {
  /** Empty where there is nothing but water. */
  readonly land: string
  /** Empty where no border is near. */
  readonly borders: string
  readonly spots: readonly Spot[]
  readonly towns: readonly Town[]
  /** Whether a look at the region shows more than this; not where the spots lie too far from one another. */
  readonly closer: boolean
}

/** Where one or several photos were taken. */
interface Spot {
  readonly x: number
  readonly y: number
}

export interface Town {
  /** As GeoNames writes it. */
  readonly name: string
  /** In the languages that call it otherwise. */
  readonly names?: CityNames
  readonly x: number
  readonly y: number
  /** The side of its dot on which the name stands. */
  readonly side: 'left' | 'right'
  /** Whether it is the name of a spot, and stands beside that. */
  readonly here?: boolean
}

export const MAP_SIZE = { width: 320, height: 180 }

/** Rounds pixels of the map to a tenth. */
export const rounded = (pixels: number): number => Math.round(pixels * 10) / 10
