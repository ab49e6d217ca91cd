/** Parsers from what was stored or imported to a value of the right shape, or null. */

/** Longest name of a site or host that is kept; a host name has at most 253 characters (RFC 1035, 2.3.4). */
const MAX_NAME_LENGTH = 253
const MAX_NAMES = 1000

export function parseWhole(least: number, most: number): (value: unknown) => number | null {
  return (value) => (Number.isInteger(value) && Number(value) >= least && Number(value) <= most ? Number(value) : null)
}

function parseName(value: unknown): string | null {
  return typeof value === 'string' && value.length > 0 && value.length <= MAX_NAME_LENGTH && value !== '__proto__'
    ? value
    : null
}

/** Names without repetition, in their order; null when one of them is no name. */
export function parseNames(value: unknown): string[] | null {
  if (!Array.isArray(value) || value.length > MAX_NAMES) return null
  const names = value.map(parseName)
  return names.every((name) => name !== null) ? [...new Set(names)] : null
}

/** An object with a name for every key and what `parse` accepts for every value. */
export function parseTable<T>(parse: (value: unknown) => T | null): (value: unknown) => Record<string, T> | null {
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
    const rows = Object.entries(value)
    if (rows.length > MAX_NAMES) return null
    const table: Record<string, T> = {}
    for (const [key, raw] of rows) {
      const row = parse(raw)
      if (parseName(key) === null || row === null) return null
      table[key] = row
    }
    return table
  }
}

/** Longest address that is kept; a QR code that a phone reads from paper holds little more. */
const MAX_ADDRESS_LENGTH = 300

/** Returns an address that begins with https:// as browsers write it, or null: for anything else, and with a name or password in it. */
export function parseWebAddress(value: unknown): string | null {
  if (typeof value !== 'string' || value.length > MAX_ADDRESS_LENGTH || !URL.canParse(value)) return null
  const { protocol, username, password, href } = new URL(value)
  return protocol === 'https:' && username === '' && password === '' ? href : null
}

/** A moment as `Date.prototype.toISOString` writes it. */
export function parseMoment(value: unknown): string | null {
  if (typeof value !== 'string' || Number.isNaN(Date.parse(value))) return null
  return new Date(value).toISOString() === value ? value : null
}
