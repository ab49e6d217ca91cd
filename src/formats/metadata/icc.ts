import { Malformed } from '../core/malformed'
import { latin1, Reader } from '../core/reader'

/** ICC.1:2022 §7.2: header fields and the tag table behind them. */
const HEADER_BYTES = 128
const ENTRY_BYTES = 12
const FIELDS = { signature: 36, date: [24, 36], device: [48, 64], creator: [80, 84], id: [84, 100] } as const

const SIGNATURE = 'acsp'

/**
 * Tags that no picture needs and that say which screen it was calibrated for, down to its serial number and the day:
 * Apple's make and model, native display and video card tables, and the dictionary and measurements of ArgyllCMS and colord.
 */
const OF_A_SCREEN = ['mmod', 'ndin', 'vcgt', 'vcgp', 'meta', 'targ', 'CIED', 'DevD']
/** Apple puts this one into working spaces too; alone it does not make a profile that of a screen. */
const ALSO_ELSEWHERE = 'mmod'
/** Texts that must or may be there; in the profile of a screen they hold its name. */
const TEXTS = ['desc', 'cprt', 'dmnd', 'dmdd', 'dscm', 'vued']
/** Larger ones are left as they are, unread: those of screens have a few thousand bytes, those of presses up to 4 MB. */
export const MAX_PROFILE_BYTES = 4 * 1024 * 1024
/** More tags than any profile has. */
const MAX_TAGS = 200

interface Tag {
  readonly name: string
  readonly start: number
  readonly end: number
}

/**
 * A colour profile without what identifies a screen: as long as the one given, the same colours, with those tags out of
 * its table and their bytes zeroed. What lies in a profile's place without its signature colours nothing and becomes zeros. Null when there
 * is nothing to take out, or when it is no profile that can be read.
 */
export function withoutScreen(profile: Uint8Array): Uint8Array<ArrayBuffer> | null {
  if (latin1(profile.subarray(FIELDS.signature, FIELDS.signature + SIGNATURE.length)) !== SIGNATURE)
    return profile.some((byte) => byte !== 0) ? new Uint8Array(profile.length) : null
  const tags = tagsOf(profile)
  const leaving = tags.filter(({ name }) => OF_A_SCREEN.includes(name))
  if (leaving.length === 0) return null
  const staying = tags.filter((tag) => !leaving.includes(tag))

  const out = Uint8Array.from(profile)
  for (const { start, end } of leaving) out.fill(0, start, end)
  if (leaving.some(({ name }) => name !== ALSO_ELSEWHERE)) {
    for (const range of [FIELDS.date, FIELDS.device, FIELDS.creator]) out.fill(0, ...range)
    for (const tag of staying) if (TEXTS.includes(tag.name)) emptyText(out, tag)
  }
  // Tags may share their bytes; what a staying one needs is put back.
  for (const { name, start, end } of staying) if (!TEXTS.includes(name)) out.set(profile.subarray(start, end), start)
  out.fill(0, ...FIELDS.id)
  writeTable(out, profile, tags, staying)
  return out
}

function tagsOf(profile: Uint8Array): Tag[] {
  try {
    return readTags(profile)
  } catch (error) {
    if (error instanceof Malformed) return []
    throw error
  }
}

function readTags(profile: Uint8Array): Tag[] {
  const reader = new Reader(profile)
  const count = reader.seek(HEADER_BYTES).u32()
  if (count > MAX_TAGS) return []
  return Array.from({ length: count }, () => {
    const name = reader.latin1(4)
    const start = reader.u32()
    const end = start + reader.u32()
    if (start < HEADER_BYTES + 4 + count * ENTRY_BYTES || end > profile.length)
      throw new Malformed(`tag ${name} lies outside`)
    return { name, start, end }
  })
}

/** Zeros the words of a textDescriptionType, multiLocalizedUnicodeType or textType, whose heads say how long they are. */
function emptyText(profile: Uint8Array, { start, end }: Tag): void {
  const type = latin1(profile.subarray(start, start + 4))
  const records = type === 'mluc' ? Math.min(new Reader(profile).seek(start + 8).u32(), MAX_TAGS) : 0
  const head = type === 'mluc' ? 16 + records * ENTRY_BYTES : type === 'desc' ? 12 : 8
  profile.fill(0, Math.min(start + head, end), end)
}

function writeTable(out: Uint8Array, profile: Uint8Array, tags: readonly Tag[], staying: readonly Tag[]): void {
  const table = HEADER_BYTES + 4
  out.fill(0, table, table + tags.length * ENTRY_BYTES)
  new DataView(out.buffer).setUint32(HEADER_BYTES, staying.length)
  staying.forEach((tag, index) => {
    const from = table + tags.indexOf(tag) * ENTRY_BYTES
    out.set(profile.subarray(from, from + ENTRY_BYTES), table + index * ENTRY_BYTES)
  })
}
