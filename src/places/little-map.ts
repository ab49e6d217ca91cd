import type { CityNames } from './names-of'

/** What an SVG of `MAP_SIZE` shows; paths are its `d`. The place itself is in the middle. */
export interface LittleMap {
  readonly land: string
  /** Empty where no border is near. */
  readonly borders: string
  readonly towns: readonly Town[]
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
}

export const MAP_SIZE = { width: 320, height: 180 }
