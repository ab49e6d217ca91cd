import { beforeEach, describe, expect, it } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { answerQuestion } from '../../../src/accounts'
import { breakEnds, endBreak, takeBreak } from '../../../src/settings/break'
import { changeRules } from '../../../src/settings/change-rules'
import { addCounts, countsOfMonth, monthOf } from '../../../src/settings/month-counts'
import { recent, rememberRecent } from '../../../src/settings/recent'
import { recordDone } from '../../../src/settings/record-done'
import * as settings from '../../../src/settings/settings'

beforeEach(() => fakeBrowser.reset())

describe('every setting', () => {
  it('is listed once', () => {
    const exported = Object.values(settings).filter((value) => !Array.isArray(value))
    expect(new Set(settings.SETTINGS)).toEqual(new Set(exported))
    expect(new Set(settings.SETTINGS.map((setting) => setting.name)).size).toBe(settings.SETTINGS.length)
  })

  it.each(settings.SETTINGS)('$name has a default that it accepts itself', async (setting) => {
    expect(setting.parse(setting.fallback)).toEqual(setting.fallback)
    expect(await setting.getValue()).toEqual(setting.fallback)
  })

  it.each(settings.SETTINGS)('$name falls back when something else is stored', async (setting) => {
    for (const wrong of [{ no: 'such' }, [null], 12.5, '<b>'.repeat(100), true]) {
      await fakeBrowser.storage.local.set({ [setting.name]: wrong })
      expect(await setting.getValue()).toEqual(setting.fallback)
    }
  })

  it('is remembered, told to those who watch, and forgotten', async () => {
    const seen: number[] = []
    const end = new AbortController()
    settings.askAgainDays.watch((value) => seen.push(value), end.signal)
    await settings.askAgainDays.setValue(7)
    expect(await settings.askAgainDays.getValue()).toBe(7)
    end.abort()
    await settings.askAgainDays.removeValue()
    expect(await settings.askAgainDays.getValue()).toBe(30)
    expect(seen).toEqual([7])
  })
})

describe('what a setting accepts', () => {
  it.each([
    [settings.language, 'auto', true],
    [settings.language, 'pt-BR', true],
    [settings.language, '../en', false],
    [settings.askAgainDays, 365, true],
    [settings.askAgainDays, 0, false],
    [settings.askAgainDays, '30', false],
    [settings.addedSites, ['*://*.forum.example.org/*'], true],
    [settings.addedSites, ['<all_urls>'], false],
    [settings.addedSites, ['*://*/*'], false],
    [settings.addedSites, ['*://*.com/*'], false],
    [settings.counts, { '2026-11': { x: { cleaned: 1, asIs: 0, cancelled: 0, stripped: 2 } } }, true],
    [settings.smallThings, 'quiet', true],
    [settings.smallThings, 'always', false],
    [settings.nothingFound, 'leave', true],
    [settings.nothingFound, true, false],
    [settings.counts, { '2026-13': {} }, false],
    [settings.counts, { '2026-11': { x: { cleaned: -1, asIs: 0, cancelled: 0 } } }, false],
    [settings.accountAnswers, { x: { answer: 'public', on: '2026-11-21T20:00:00.000Z' } }, true],
    [settings.accountAnswers, { x: { answer: 'public', on: '21/11/2026' } }, false],
  ])('%#: $name', (setting, value, accepted) => expect(setting.parse(value)).toEqual(accepted ? value : null))
})

describe('a change', () => {
  const failing = () => {
    throw new Error('a mistake')
  }

  it('is not lost when another tab makes one at the same time', async () => {
    const tabs = ['instagram', 'tiktok', 'facebook', 'x', 'vinted']
    await Promise.all(tabs.map((id) => settings.sitesOff.update((off) => [...off, id])))
    expect(await settings.sitesOff.getValue()).toEqual(tabs)
    await Promise.all([
      settings.sitesOff.update((off) => off.filter((id) => id !== 'x')),
      settings.sitesOff.update(failing).catch(() => undefined),
      settings.sitesOff.update((off) => off.filter((id) => id !== 'tiktok')),
    ])
    expect(await settings.sitesOff.getValue()).toEqual(['instagram', 'facebook', 'vinted'])
  })

  it('of the rules of two sites, and of who sees two accounts, is kept for both', async () => {
    await Promise.all(
      ['instagram', 'tiktok'].flatMap((id) => [
        answerQuestion(id, 'limited', new Date('2026-11-21T20:00:00Z')),
        changeRules(id, 'clean-always'),
      ]),
    )
    expect(Object.keys(await settings.accountAnswers.getValue())).toEqual(['instagram', 'tiktok'])
    expect(await settings.cleanWithoutAsking.getValue()).toEqual(['instagram', 'tiktok'])
    await changeRules('instagram', 'ask-again')
    expect(await settings.cleanWithoutAsking.getValue()).toEqual(['tiktok'])
  })

  it('counts how often in a row everything was taken out, up to three', async () => {
    const times = async () => (await settings.cleanedInARow.getValue()).instagram
    for (const count of [1, 2, 3, 3]) {
      await changeRules('instagram', 'cleaned-all')
      expect(await times()).toBe(count)
    }
    await changeRules('instagram', 'not-cleaned-all')
    expect(await times()).toBe(0)
    await changeRules('', 'ask-small')
    expect(await settings.smallThings.getValue()).toBe('ask')
  })
})

describe('the last ones', () => {
  it('are ten, the newest first', async () => {
    const done = { host: 'www.instagram.com', cleaned: 1, asIs: 0, cancelled: 0, stripped: 0, gone: ['place'] }
    for (let minute = 0; minute < 12; minute++) await rememberRecent(done, new Date(Date.UTC(2026, 10, 30, 12, minute)))
    const last = await recent.getValue()
    expect(last.map(({ on }) => on.slice(11, 16))).toEqual(
      Array.from({ length: 10 }, (_, at) => `12:${11 - at < 10 ? '0' : ''}${11 - at}`),
    )
    expect(last[0]).toEqual({
      site: 'instagram',
      on: '2026-11-30T12:11:00.000Z',
      cleaned: 1,
      asIs: 0,
      cancelled: 0,
      stripped: 0,
      gone: ['place'],
    })
    expect(await fakeBrowser.storage.local.get()).toEqual({})
  })
})

describe('counting', () => {
  const done = { host: 'www.instagram.com', cleaned: 2, asIs: 1, cancelled: 0, stripped: 3, gone: ['place'] }

  it('adds up per month and site, also when two tabs report at once', async () => {
    const now = new Date(2026, 10, 30, 23, 0)
    await Promise.all([recordDone(done, now), recordDone(done, now)])
    await recordDone(done, new Date(2026, 11, 1, 1, 0))
    expect(await settings.counts.getValue()).toEqual({
      '2026-11': { instagram: { cleaned: 4, asIs: 2, cancelled: 0, stripped: 6 } },
      '2026-12': { instagram: { cleaned: 2, asIs: 1, cancelled: 0, stripped: 3 } },
    })
  })

  it('forgets what is older than a year', () => {
    let counts = {}
    for (let month = 0; month < 20; month++) counts = addCounts(counts, 'x', done, new Date(2025, month, 5))
    expect(Object.keys(counts)).toHaveLength(12)
    expect(Object.keys(counts).at(-1)).toBe(monthOf(new Date(2026, 7, 5)))
  })

  it('sums a month over all sites', () => {
    const now = new Date(2026, 10, 5)
    const counts = addCounts(addCounts({}, 'x', done, now), 'tiktok', done, now)
    expect(countsOfMonth(counts, now)).toEqual({ cleaned: 4, asIs: 2, cancelled: 0, stripped: 6 })
    expect(countsOfMonth(counts, new Date(2026, 11, 5))).toEqual({ cleaned: 0, asIs: 0, cancelled: 0, stripped: 0 })
  })
})

describe('a break', () => {
  const now = new Date('2026-11-21T20:00:00Z')
  const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)

  it('ends by itself after an hour', async () => {
    expect(await breakEnds(now)).toBeNull()
    await takeBreak(now)
    expect(await breakEnds(later(59))).toEqual(later(60))
    expect(await breakEnds(later(60))).toBeNull()
  })

  it('can be ended, and does not outlive a clock that was set back', async () => {
    await takeBreak(now)
    expect(await breakEnds(later(-60 * 24))).toBeNull()
    await endBreak()
    expect(await breakEnds(now)).toBeNull()
  })
})
