import { kilometresBetween, type Position } from './position'

/** Where and when one photo was taken, as far as its file says so. */
export interface Taken {
  readonly position: Position
  /** The camera's clock, ISO 8601 without a zone: '2025-06-14T15:42:10'; null where the file does not say. */
  readonly local: string | null
}

/** When photos of one spot were taken, where all of them agree; 'none' says nothing about it. */
type Habit = 'none' | `${Week}s` | PartOfDay | `${Week}${Capitalize<PartOfDay>}`

type Week = 'weekday' | 'weekend'
type PartOfDay = 'mornings' | 'afternoons' | 'evenings'

export interface Together {
  /** How many photos were taken near each other. */
  readonly count: number
  readonly habit: Habit
}

/** No photo of a group is farther from the first one. */
const MAX_APART_KM = 0.5
/** Two photos near each other are a walk in the park. */
const MIN_PHOTOS = 3
/** What happened on fewer days is no habit. */
const MIN_DAYS = 3

/**
 * Returns what photos tell together that none tells alone: that the most of them were taken near each other, and that it was
 * always in the same part of the day or of the week. Null where there is no such group. Never a guess at what is there.
 */
export function togetherIn(photos: readonly Taken[]): Together | null {
  let largest: readonly Taken[] = []
  const spots = samePlaces(photos)
  for (const [spot] of spots) {
    const group = spots.filter(([other]) => spot && other && isNear(spot, other)).flat()
    if (group.length > largest.length) largest = group
  }
  return largest.length < MIN_PHOTOS ? null : { count: largest.length, habit: habitOf(largest) }
}

/** Hundreds of photos of one spot are looked at as one. */
function samePlaces(photos: readonly Taken[]): Taken[][] {
  const groups = new Map<string, Taken[]>()
  for (const photo of photos) {
    const key = `${photo.position.latitude} ${photo.position.longitude}`
    const group = groups.get(key)
    if (group) group.push(photo)
    else groups.set(key, [photo])
  }
  return [...groups.values()]
}

/** A degree of latitude is 111 km everywhere, so most of the world is told apart without a cosine. */
function isNear({ position }: Taken, { position: other }: Taken): boolean {
  if (Math.abs(position.latitude - other.latitude) > MAX_APART_KM / 100) return false
  return kilometresBetween(position, other) <= MAX_APART_KM
}

function habitOf(photos: readonly Taken[]): Habit {
  const moments = photos.map(({ local }) => (local?.includes('T') ? new Date(`${local}Z`) : null))
  const known = moments.filter((moment): moment is Date => moment !== null && !Number.isNaN(moment.getTime()))
  const days = new Set(known.map((moment) => moment.toISOString().slice(0, 10)))
  if (known.length < photos.length || days.size < MIN_DAYS) return 'none'
  const week = allThe(known, (moment): Week => (moment.getUTCDay() % 6 === 0 ? 'weekend' : 'weekday'))
  const part = allThe(known, partOfDay)
  if (part === null) return week === null ? 'none' : `${week}s`
  return week === null ? part : IN_WEEK[week][part]
}

const IN_WEEK = {
  weekday: { mornings: 'weekdayMornings', afternoons: 'weekdayAfternoons', evenings: 'weekdayEvenings' },
  weekend: { mornings: 'weekendMornings', afternoons: 'weekendAfternoons', evenings: 'weekendEvenings' },
} as const

/** What every one of them is; null where they differ. */
function allThe<Value>(moments: readonly Date[], of: (moment: Date) => Value | null): Value | null {
  const [first, ...others] = moments.map(of)
  return first !== undefined && others.every((other) => other === first) ? first : null
}

function partOfDay(moment: Date): PartOfDay | null {
  const hour = moment.getUTCHours()
  if (hour >= 5 && hour < 12) return 'mornings'
  if (hour >= 12 && hour < 18) return 'afternoons'
  return hour >= 18 && hour < 23 ? 'evenings' : null
}
