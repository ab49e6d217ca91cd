import { SETTINGS } from './settings'

const FORMAT = 'pausephoto-settings'
const VERSION = 1
/** No export of ours comes near; anything longer is something else. */
const MAX_TEXT_LENGTH = 1_000_000

export type Import =
  | { readonly outcome: 'imported'; readonly settings: number }
  | { readonly outcome: 'not-ours' | 'newer' }
  /** One of the values has the wrong shape; nothing was changed. */
  | { readonly outcome: 'broken'; readonly setting: string }

/** Everything that is stored, as JSON to keep in a file; what a school set by policy is not the parent's to take along. */
export async function exportSettings(): Promise<string> {
  const values = await Promise.all(SETTINGS.map(async (setting) => [setting.name, await setting.getOwn()]))
  return JSON.stringify({ format: FORMAT, version: VERSION, settings: Object.fromEntries(values) }, null, 2)
}

/** Takes over what an export holds, all of it or, when anything is wrong with it, nothing. */
export async function importSettings(text: string): Promise<Import> {
  const values = parseExport(text)
  if (values === null) return { outcome: 'not-ours' }
  if (values === 'newer') return { outcome: 'newer' }
  const wanted = SETTINGS.filter((setting) => Object.hasOwn(values, setting.name))
  const parsed = wanted.map((setting) => ({ setting, value: setting.parse(values[setting.name]) }))
  const broken = parsed.find(({ value }) => value === null)
  if (broken) return { outcome: 'broken', setting: broken.setting.name }
  for (const { setting, value } of parsed) await setting.setValue(value)
  return { outcome: 'imported', settings: parsed.length }
}

/** Forgets everything. */
export async function eraseSettings(): Promise<void> {
  for (const setting of SETTINGS) await setting.removeValue()
}

function parseExport(text: string): Record<string, unknown> | 'newer' | null {
  if (text.length > MAX_TEXT_LENGTH) return null
  const value = parseJson(text)
  if (!isTable(value) || value.format !== FORMAT || typeof value.version !== 'number') return null
  if (value.version > VERSION) return 'newer'
  return isTable(value.settings) ? value.settings : null
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function isTable(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
