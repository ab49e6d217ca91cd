import { describe, expect, it } from 'vitest'
import { type Taken, togetherIn } from '../../../src/places/together'

const SCHOOL = { latitude: 45.7772, longitude: 4.8553 }
/** About 300 m away, and about 2 km. */
const BESIDE = { latitude: 45.7799, longitude: 4.8553 }
const AWAY = { latitude: 45.795, longitude: 4.8553 }
const at = (position: Taken['position'], local: string | null = null): Taken => ({ position, local })
/** Monday to Wednesday, and a Saturday. */
const [MONDAY, TUESDAY, WEDNESDAY, SATURDAY] = ['2025-06-16', '2025-06-17', '2025-06-18', '2025-06-21']

describe('what photos tell together', () => {
  it('is nothing for two, and for three that lie apart', () => {
    expect(togetherIn([])).toBeNull()
    expect(togetherIn([at(SCHOOL), at(SCHOOL)])).toBeNull()
    expect(togetherIn([at(SCHOOL), at(AWAY), at({ latitude: 0, longitude: 0 })])).toBeNull()
  })

  it('counts those near each other, and no others', () => {
    expect(togetherIn([at(SCHOOL), at(BESIDE), at(AWAY), at(SCHOOL)])).toEqual({ count: 3, habit: 'none' })
  })

  it.each([
    ['weekdayMornings', [`${MONDAY}T08:20:00`, `${TUESDAY}T08:25:00`, `${WEDNESDAY}T11:59:59`]],
    ['weekdays', [`${MONDAY}T08:20:00`, `${TUESDAY}T16:25:00`, `${WEDNESDAY}T11:59:59`]],
    ['mornings', [`${MONDAY}T08:20:00`, `${TUESDAY}T08:25:00`, `${SATURDAY}T09:00:00`]],
    ['weekendAfternoons', [`${SATURDAY}T15:00:00`, '2025-06-22T16:00:00', '2025-06-28T17:59:00']],
    ['weekdayEvenings', [`${MONDAY}T18:00:00`, `${TUESDAY}T22:59:00`, `${WEDNESDAY}T19:00:00`]],
    ['none', [`${MONDAY}T08:20:00`, `${TUESDAY}T16:25:00`, `${SATURDAY}T09:00:00`]],
  ])('says %s only where all agree', (habit, moments) => {
    expect(togetherIn(moments.map((local) => at(SCHOOL, local)))).toEqual({ count: 3, habit })
  })

  it('claims no habit from one day, from two, or where one photo does not say when', () => {
    const sameDay = [8, 9, 10].map((hour) => at(SCHOOL, `${MONDAY}T0${hour % 10}:00:00`))
    expect(togetherIn(sameDay)?.habit).toBe('none')
    expect(togetherIn([MONDAY, MONDAY, TUESDAY].map((day) => at(SCHOOL, `${day}T08:00:00`)))?.habit).toBe('none')
    const three = [MONDAY, TUESDAY, WEDNESDAY].map((day) => at(SCHOOL, `${day}T08:00:00`))
    expect(togetherIn([...three, at(SCHOOL)])).toEqual({ count: 4, habit: 'none' })
    expect(togetherIn([...three, at(SCHOOL, '2025-06-19')])).toEqual({ count: 4, habit: 'none' })
  })

  it('is quick with 500 photos', () => {
    const photos = Array.from({ length: 500 }, (_, i) => at({ latitude: 40 + i / 100, longitude: 4 }))
    expect(togetherIn(photos)).toBeNull()
  })
})
