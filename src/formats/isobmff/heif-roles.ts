import type { Item, Items } from './heif-items'

/** What a kept item is for. */
type Kept = 'picture' | 'alpha' | 'gain map' | 'gain map numbers' | 'stereo picture'

/** What an item is for: one of those that may stay, or a word for what goes. */
export type Role = { readonly stays: true; readonly name: Kept } | { readonly stays: false; readonly name: string }

/** Coded and derived pictures: ISO/IEC 23008-12 §6.6 and Annexes B, E, F, H; AV1 Image File Format §2; ISO/IEC 23001-17. */
const PICTURES = new Set([
  'hvc1',
  'hev1',
  'lhv1',
  'av01',
  'avc1',
  'vvc1',
  'evc1',
  'unci',
  'grid',
  'iovl',
  'iden',
  'tmap',
])

/** References along which a picture needs others to be shown; 'iloc': its bytes lie in another item. */
const NEEDS = new Set(['dimg', 'base', 'exbl', 'pred', 'iloc'])

const ALPHA = /:(alpha|auxid:1)$/
const DEPTH = /:(depth|auxid:2|disparity)$/

/** Apple's, Adobe's and the one of ISO 21496-1. */
const GAIN_MAP = /hdrgainmap|21496/
const APPLE_GAIN_MAP = 'urn:com:apple:photo:2020:aux:hdrgainmap'

/**
 * Follows the references from the primary picture: what it is made of stays, its alpha channel, its gain map (with the
 * numbers that Apple keeps in XMP), the other half of a stereo pair. Thumbnails, depth maps, mattes, other pictures and
 * everything that is no picture go.
 */
export function rolesOf(all: Items): ReadonlyMap<number, Role> {
  const kept = new Map<number, Kept>()
  const needs = needsByItem(all)
  const keepWithNeeds = (id: number, name: Kept) => {
    // Nobody can show it who does not know what we do not know, and the picture is whole without it.
    if (all.beyondUs.has(id) && (name === 'gain map' || name === 'stereo picture')) return
    const open = [id]
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const item = all.items.get(next)
      if (!item || kept.has(next) || (!PICTURES.has(item.type) && next === id)) continue
      kept.set(next, name)
      for (const id of needs.get(next) ?? []) open.push(id)
    }
  }
  const primary = primaryOf(all)
  if (primary !== undefined) keepWithNeeds(primary, 'picture')
  for (const { type, ids } of all.groups) {
    if (type === 'ster' && ids.some((id) => kept.has(id))) for (const id of ids) keepWithNeeds(id, 'stereo picture')
  }
  for (const { type, from, to } of all.references) {
    // The base of a tone-mapped picture is what viewers without HDR show.
    const toneMaps = type === 'dimg' && all.items.get(from)?.type === 'tmap' && to.some((id) => kept.has(id))
    if (toneMaps) keepWithNeeds(from, 'gain map')
  }
  for (const { type, from, to } of all.references) {
    if (type !== 'auxl' || !to.some((id) => kept.has(id))) continue
    const urn = all.auxiliary.get(from) ?? ''
    if (ALPHA.test(urn)) keepWithNeeds(from, 'alpha')
    if (GAIN_MAP.test(urn)) keepWithNeeds(from, 'gain map')
  }
  for (const { type, from, to } of all.references) {
    // Of XMP that several items share only the numbers stay.
    const describes = type === 'cdsc' && to.some((id) => all.auxiliary.get(id) === APPLE_GAIN_MAP && kept.has(id))
    const item = all.items.get(from)
    if (describes && item && isXmp(item) && item.contentEncoding === '') kept.set(from, 'gain map numbers')
  }

  const thumbnails = new Set(all.references.filter(({ type }) => type === 'thmb').map(({ from }) => from))
  const roles = new Map<number, Role>()
  for (const [id, item] of all.items) {
    const name = kept.get(id)
    if (name !== undefined) roles.set(id, { stays: true, name })
    else if (!PICTURES.has(item.type)) roles.set(id, { stays: false, name: wordFor(item) })
    else roles.set(id, { stays: false, name: thumbnails.has(id) ? 'thumbnail' : wordForPicture(all.auxiliary.get(id)) })
  }
  return roles
}

/** Some writers of sequences leave out which picture is the one to show; the first one is. */
export function primaryOf({ primary, items }: Items): number | undefined {
  return primary ?? [...items.values()].find(({ type }) => PICTURES.has(type))?.id
}

function needsByItem({ references }: Items): ReadonlyMap<number, readonly number[]> {
  const needs = new Map<number, number[]>()
  for (const { type, from, to } of references) {
    if (!NEEDS.has(type)) continue
    const known = needs.get(from)
    if (known) for (const id of to) known.push(id)
    else needs.set(from, [...to])
  }
  return needs
}

function wordForPicture(urn: string | undefined): string {
  if (urn === undefined) return 'second image'
  return DEPTH.test(urn) ? 'depth' : 'auxiliary picture'
}

function wordFor(item: Item): string {
  if (isXmp(item)) return 'XMP'
  return item.type === 'mime' ? item.contentType.slice(0, 40) : item.type.trim() || 'untyped item'
}

/** Tells whether the item is an XMP packet: type 'mime' with the content type of RDF, ISO/IEC 23008-12 §A.3. */
function isXmp({ type, contentType }: Item): boolean {
  return type === 'mime' && contentType === 'application/rdf+xml'
}
