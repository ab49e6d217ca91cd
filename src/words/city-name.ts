import type { CityNames } from '../places/names-of'
import type { Words } from './words'

/** What the shown language calls a city: in Brazil as in Portugal where Brazil has no name of its own. */
export function cityName(name: string, names: CityNames | undefined, { language }: Words): string {
  return names?.[language] ?? names?.[language.replace(/-.*/, '')] ?? name
}
