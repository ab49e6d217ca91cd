import { existsSync, readFileSync } from 'node:fs'
import Ajv from 'ajv'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { hidesWelcome } from '../../../src/settings/managed'
import * as settings from '../../../src/settings/settings'
import { exportSettings, importSettings } from '../../../src/settings/transfer'
import { LANGUAGES } from '../../../src/words/languages'

const { language, askAgainDays, addedSites, cleanWithoutAsking, phonePage, SETTINGS } = settings

const SCHOOL = '*://*.ent.example.org/*'
const FORUM = '*://*.forum.example.org/*'

const setByPolicy = (values: object) => fakeBrowser.storage.managed.set({ ...values })

beforeEach(() => {
  fakeBrowser.reset()
  vi.restoreAllMocks()
})

describe('what a school sets', () => {
  it('counts before what is stored, which counts before the default', async () => {
    await setByPolicy({ language: 'fr' })
    await language.setValue('de')
    await askAgainDays.setValue(7)
    expect([await language.getValue(), await askAgainDays.getValue()]).toEqual(['fr', 7])
    expect([await language.getOwn(), await language.getManaged(), await askAgainDays.getManaged()]).toEqual([
      'de',
      'fr',
      null,
    ])
    await fakeBrowser.storage.managed.clear()
    expect(await language.getValue()).toBe('de')
    await language.removeValue()
    expect(await language.getValue()).toBe('auto')
  })

  it('stands beside the sites of the parent, and is not stored as theirs', async () => {
    await setByPolicy({ addedSites: ['https://www.ent.example.org/login', 'instagram.com', 'no address'] })
    vi.spyOn(console, 'warn').mockImplementation(() => {})
    expect(await addedSites.getValue()).toEqual([SCHOOL])
    await addedSites.setValue([...(await addedSites.getValue()), FORUM])
    expect(await addedSites.getValue()).toEqual([SCHOOL, FORUM])
    expect(await fakeBrowser.storage.local.get('addedSites')).toEqual({ addedSites: [FORUM] })
    await addedSites.setValue([])
    expect(await addedSites.getValue()).toEqual([SCHOOL])
  })

  it('names sites by their hosts, as a parent’s choice does by their ids', async () => {
    await setByPolicy({ cleanWithoutAsking: ['www.instagram.com', 'ent.example.org'] })
    await cleanWithoutAsking.setValue(['facebook'])
    expect(await cleanWithoutAsking.getValue()).toEqual(['instagram', 'ent.example.org', 'facebook'])
  })

  it.each([
    [{ language: 7, askAgainDays: 0, addedSites: 'ent.example.org', cleanWithoutAsking: [null] }],
    [{ language: '../en', askAgainDays: '30', addedSites: { 1: 'ent.example.org' }, cleanWithoutAsking: true }],
  ])('is passed over when it is wrong: %j', async (wrong) => {
    await setByPolicy(wrong)
    for (const setting of SETTINGS) expect(await setting.getValue()).toEqual(setting.fallback)
  })

  it('is told to those who watch, when it comes and when it goes', async () => {
    const seen: number[] = []
    const end = new AbortController()
    askAgainDays.watch((value) => seen.push(value), end.signal)
    await askAgainDays.setValue(7)
    await vi.waitFor(() => expect(seen).toEqual([7]))
    await setByPolicy({ askAgainDays: 60 })
    await vi.waitFor(() => expect(seen).toEqual([7, 60]))
    await askAgainDays.setValue(8)
    await vi.waitFor(() => expect(seen).toEqual([7, 60, 60]))
    await fakeBrowser.storage.managed.remove('askAgainDays')
    await vi.waitFor(() => expect(seen).toEqual([7, 60, 60, 8]))
    end.abort()
    await setByPolicy({ askAgainDays: 61 })
    expect(await askAgainDays.getValue()).toBe(61)
    expect(seen).toEqual([7, 60, 60, 8])
  })

  it('is not exported, and does not stand in the way of an import', async () => {
    await setByPolicy({ language: 'fr', addedSites: ['ent.example.org'] })
    await addedSites.setValue([FORUM])
    const { settings: exported } = JSON.parse(await exportSettings())
    expect([exported.language, exported.addedSites]).toEqual(['auto', [FORUM]])
    await importSettings(JSON.stringify({ format: 'pausephoto-settings', version: 1, settings: { language: 'nl' } }))
    expect([await language.getValue(), await language.getOwn()]).toEqual(['fr', 'nl'])
  })

  it('can spare people the welcome', async () => {
    expect(await hidesWelcome()).toBe(false)
    await setByPolicy({ hideWelcome: 'yes' })
    expect(await hidesWelcome()).toBe(false)
    await setByPolicy({ hideWelcome: true })
    expect(await hidesWelcome()).toBe(true)
  })
})

describe('without a policy', () => {
  it('everything works where the browser rejects, as Firefox does', async () => {
    vi.spyOn(fakeBrowser.storage.managed, 'get').mockRejectedValue(new Error('Managed storage manifest not found'))
    await language.setValue('de')
    expect([await language.getValue(), await addedSites.getValue(), await hidesWelcome()]).toEqual(['de', [], false])
  })

  it('everything works where there is no such storage', async () => {
    vi.spyOn(fakeBrowser.storage, 'managed', 'get').mockImplementation(() => undefined as never)
    await addedSites.setValue([FORUM])
    expect([await addedSites.getValue(), await hidesWelcome()]).toEqual([[FORUM], false])
  })
})

describe('the schema for Chrome', () => {
  const schema = JSON.parse(readFileSync('public/managed-schema.json', 'utf8'))
  const accepts = new Ajv({ strict: true }).compile({ ...schema, additionalProperties: false })
  const guide = readFileSync('docs/schools.md', 'utf8')

  it('knows every language, and every value that the guide names', () => {
    expect(schema.properties.language.enum).toEqual(['auto', ...LANGUAGES])
    const named = [...guide.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name)
    expect(named).toEqual(Object.keys(schema.properties))
  })

  it('accepts the examples of the guide, and each of their values counts', async () => {
    const examples = [...guide.matchAll(/```json\n([\s\S]*?)```/g)].map(([, text = '']) => JSON.parse(text))
    const values = [
      examples[0]['3rdparty'].extensions['THE-ID-OF-THE-EXTENSION'],
      examples[1].policies['3rdparty'].Extensions['pausephoto@pausephoto.example'],
    ]
    expect(examples).toHaveLength(2)
    for (const value of values) {
      expect(Object.keys(value)).toEqual(Object.keys(schema.properties))
      expect(accepts(value), JSON.stringify(accepts.errors)).toBe(true)
      await setByPolicy(value)
      for (const setting of [language, askAgainDays, addedSites, cleanWithoutAsking, phonePage]) {
        const set = await setting.getManaged()
        expect(set, setting.name).not.toBeNull()
        if (Array.isArray(set)) expect(set).toHaveLength(value[setting.name].length)
      }
      expect(await hidesWelcome()).toBe(true)
    }
  })

  it('refuses what would not count', () => {
    for (const wrong of [{ language: 'tlh' }, { askAgainDays: 0 }, { addedSites: 'a.example' }, { other: 1 }])
      expect(accepts(wrong), JSON.stringify(wrong)).toBe(false)
  })

  it('is linked to by nothing that is not there', () => {
    for (const [, path = ''] of guide.matchAll(/\]\((?!https?:)([^)#]+)/g))
      expect(existsSync(`docs/${path}`), path).toBe(true)
  })
})
