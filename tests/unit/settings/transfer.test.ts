import { beforeEach, expect, it } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { accountAnswers, addedSites, askAgainDays, language } from '../../../src/settings/settings'
import { eraseSettings, exportSettings, importSettings } from '../../../src/settings/transfer'

const answer = { answer: 'limited', on: '2026-11-21T20:00:00.000Z' } as const

beforeEach(() => fakeBrowser.reset())

async function fill() {
  await language.setValue('fr')
  await askAgainDays.setValue(14)
  await addedSites.setValue(['*://*.forum.example.org/*'])
  await accountAnswers.setValue({ instagram: answer })
}

it('brings back on another machine what was exported', async () => {
  await fill()
  const text = await exportSettings()
  fakeBrowser.reset()
  expect(await language.getValue()).toBe('auto')
  expect(await importSettings(text)).toMatchObject({ outcome: 'imported' })
  expect(await language.getValue()).toBe('fr')
  expect(await askAgainDays.getValue()).toBe(14)
  expect(await addedSites.getValue()).toEqual(['*://*.forum.example.org/*'])
  expect(await accountAnswers.getValue()).toEqual({ instagram: answer })
})

it('leaves alone what an export does not speak of', async () => {
  await fill()
  const text = '{"format":"pausephoto-settings","version":1,"settings":{"askAgainDays":7,"later":1}}'
  expect(await importSettings(text)).toEqual({ outcome: 'imported', settings: 1 })
  expect(await askAgainDays.getValue()).toBe(7)
  expect(await language.getValue()).toBe('fr')
})

it.each([
  ['', { outcome: 'not-ours' }],
  ['[]', { outcome: 'not-ours' }],
  ['{"settings":{}}', { outcome: 'not-ours' }],
  ['{"format":"pausephoto-settings","version":1}', { outcome: 'not-ours' }],
  ['{"format":"pausephoto-settings","version":2,"settings":{}}', { outcome: 'newer' }],
  [
    '{"format":"pausephoto-settings","version":1,"settings":{"language":"de","addedSites":["<all_urls>"]}}',
    { outcome: 'broken', setting: 'addedSites' },
  ],
  [
    '{"format":"pausephoto-settings","version":1,"settings":{"language":"de","counts":{"__proto__":1}}}',
    { outcome: 'broken', setting: 'counts' },
  ],
])('takes nothing from %s', async (text, outcome) => {
  await fill()
  const before = await exportSettings()
  expect(await importSettings(text)).toEqual(outcome)
  expect(await exportSettings()).toBe(before)
})

it('forgets everything when asked to', async () => {
  await fill()
  await eraseSettings()
  expect(await fakeBrowser.storage.local.get(null)).toEqual({})
})
