import type { CityNames } from '../places/names-of'
import type { Words } from './words'

/** What the shown language calls a city. */
export function cityName(name: string, names: CityNames | undefined, { language }: Words): string {
  return names?.[language] ?? name
}
