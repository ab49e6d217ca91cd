import { describe, expect, it } from 'vitest'
import { COUNTRIES, countryOf, HELPLINES, isOld, READ_ON, type Service } from '../../../src/help/helplines'

const services = COUNTRIES.flatMap((country) =>
  HELPLINES[country].map((service): [string, Service] => [`${country} ${service.name}`, service]),
)

describe('every service', () => {
  it.each(services)('%s can be reached and says who said so', (_, { phone, site, source, asOf }) => {
    expect(phone ?? site).toBeDefined()
    expect(source).not.toBe('')
    if (asOf !== null) expect(asOf).toMatch(/^\d{4}(-\d{2}){0,2}$/)
    if (site) expect(new URL(`https://${site}`).host).toContain('.')
    if (phone) expect(phone).toMatch(/^\+?[\d -]+$/)
  })
})

it('knows the country from the languages of the browser', () => {
  expect(countryOf(['fr-BE', 'fr'])).toBe('BE')
  expect(countryOf(['fr', 'de-CH'])).toBe('CH')
  expect(countryOf(['ja-JP'])).toBeNull()
  expect(countryOf(['de-AT', 'de', 'en-US'])).toBeNull()
  expect(countryOf(['ar'])).toBeNull()
})

it.each(COUNTRIES)('has somebody to talk to, somewhere to report and a number for danger in %s', (country) => {
  const purposes = HELPLINES[country].map(({ purpose }) => purpose)
  expect(purposes).toEqual(expect.arrayContaining(['talk', 'report', 'urgent']))
})

it.each(COUNTRIES)('names each service of %s once', (country) => {
  const entries = HELPLINES[country].map(({ name, purpose }) => `${purpose} ${name}`)
  expect(new Set(entries).size).toBe(entries.length)
})

it('says that it is old once it was read more than a year ago', () => {
  const days = (count: number) => new Date(new Date(READ_ON).getTime() + count * 24 * 60 * 60 * 1000)
  expect(isOld(days(365))).toBe(false)
  expect(isOld(days(366))).toBe(true)
})
