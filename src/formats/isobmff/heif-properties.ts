import type { Reader } from '../core/reader'
import type { Source } from '../core/source'
import { type Box, bodyOf, boxesIn, cString, only, versionAndFlags } from './boxes'

/** Properties without which an item may not be shown, and that stay: ISO/IEC 23008-12 §6.5, ISO/IEC 23001-17. */
const ESSENTIAL = new Set([
  ...['hvcC', 'lhvC', 'av1C', 'avcC', 'vvcC', 'evcC', 'uncC', 'cmpd', 'cpat', 'splz', 'icef', 'cmpC', 'oinf', 'tols'],
  ...['ispe', 'pixi', 'colr', 'pasp', 'clap', 'irot', 'imir', 'rloc', 'iscl', 'a1op', 'a1lx', 'lsel', 'auxC', 'stri'],
  ...['clli', 'mdcv', 'cclv', 'amve', 'ndwt', 'reve', 'cmin', 'cmex'],
])

/** Descriptions, which change nothing about the picture, and go: ISO/IEC 23008-12 §6.5, ISO/IEC 23001-17. */
const DESCRIPTIVE = new Set(['udes', 'altt', 'crtt', 'mdft', 'itai', 'elng'])

export interface Properties {
  /** Item id → what an auxiliary picture is for, as a URN. */
  readonly auxiliary: ReadonlyMap<number, string>
  /** Items with an essential property of a kind that is not in the list. */
  readonly beyondUs: ReadonlySet<number>
  /** Bytes of ipma which say that a property that goes is essential, in file order, and what they become. */
  readonly loosened: readonly { readonly start: number; readonly byte: number }[]
}

/** What the properties of items say that cleaning has to know: ISO/IEC 23008-12 §6.5.8 and §9.3. */
export async function readProperties(source: Source, iprp: Box | undefined): Promise<Properties> {
  const [auxiliary, beyondUs] = [new Map<number, string>(), new Set<number>()]
  const loosened: { start: number; byte: number }[] = []
  const { boxes } = iprp ? await boxesIn(source, iprp.body, iprp.end) : { boxes: [] }
  const ipco = only(boxes, 'ipco')
  if (!ipco) return { auxiliary, beyondUs, loosened }
  const properties = (await boxesIn(source, ipco.body, ipco.end)).boxes
  const urns = new Map<number, string>()
  for (const [index, box] of properties.entries()) {
    if (box.type === 'auxC') urns.set(index + 1, cString((await bodyOf(source, box)).skip(4)))
  }
  for (const box of boxes) {
    if (box.type !== 'ipma') continue
    forEachProperty(await bodyOf(source, box), (item, property, isEssential, { at, byte }) => {
      const urn = urns.get(property)
      if (urn !== undefined) auxiliary.set(item, urn)
      const type = properties[property - 1]?.type
      if (!isEssential || type === undefined || ESSENTIAL.has(type)) return
      if (DESCRIPTIVE.has(type)) loosened.push({ start: box.body + at, byte: byte & 0x7f })
      else beyondUs.add(item)
    })
  }
  return { auxiliary, beyondUs, loosened }
}

/** ipma: ISO/IEC 23008-12 §9.3.2; properties are counted from 1, the highest bit says that they are essential. */
function forEachProperty(
  ipma: Reader,
  seen: (item: number, property: number, isEssential: boolean, first: { at: number; byte: number }) => void,
): void {
  const { version, flags } = versionAndFlags(ipma)
  for (let left = ipma.u32(); left > 0; left--) {
    const item = version < 1 ? ipma.u16() : ipma.u32()
    for (let more = ipma.u8(); more > 0; more--) {
      const at = ipma.position
      const value = flags & 1 ? ipma.u16() : ipma.u8() << 8
      seen(item, flags & 1 ? value & 0x7fff : (value >> 8) & 0x7f, value >= 0x8000, { at, byte: value >> 8 })
    }
  }
}
