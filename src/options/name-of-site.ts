import { SITES } from '../sites'

/** What to call the place that something is stored under: its name, or the host a parent added. */
export function nameOfSite(id: string): string {
  return SITES.find((site) => site.id === id)?.name ?? id
}
