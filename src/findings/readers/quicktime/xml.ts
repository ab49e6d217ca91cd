import type { Statement } from '../../clue'
import { decode } from '../../decode/display-text'
import { saidByName } from '../../values/by-name'
import { saidByValue } from '../../values/by-value'
import { degreesOf } from '../../values/coordinate'

const ATTRIBUTE = /([\w:]+)\s*=\s*"([^"]*)"/g
const ELEMENT = /<(?:\w+:)?(\w+)((?:\s+[\w:]+\s*=\s*"[^"]*")*)\s*(?:\/?>)(?:([^<]+)<\/)?/g
/** More than any camera writes. */
const MAX_ELEMENTS = 2000

/**
 * The XML that camcorders put into a film's `meta` (ISO/IEC 14496-12 §8.11.2): Sony's Non-Real-Time Metadata and its like. Sony
 * notes Exif's GPS tags as items with a name and a value.
 */
export function xmlSays(bytes: Uint8Array): Statement[] {
  const out: Statement[] = []
  const items = new Map<string, string>()
  let count = 0
  for (const [, element = '', attributes = '', text = ''] of decode(bytes).matchAll(ELEMENT)) {
    if (++count > MAX_ELEMENTS) break
    const named = new Map(Array.from(attributes.matchAll(ATTRIBUTE), ([, name = '', value = '']) => [name, value]))
    const item = named.get('name') ?? element
    const value = named.get('value') ?? text.trim()
    items.set(item, value)
    out.push(...(saidByName(item, value) ?? saidByValue(value)))
    for (const [name, own] of named) if (!/^(?:name|value)$/.test(name)) out.push(...attributeSays(name, own))
  }
  return [...out, ...positionIn(items)]
}

function attributeSays(name: string, text: string): Statement[] {
  if (name === 'manufacturer') return [{ type: 'make', text }]
  return saidByName(name, text) ?? []
}

function positionIn(items: ReadonlyMap<string, string>): Statement[] {
  const latitude = degreesOf(items.get('Latitude') ?? '', items.get('LatitudeRef'))
  const longitude = degreesOf(items.get('Longitude') ?? '', items.get('LongitudeRef'))
  return latitude === undefined || longitude === undefined ? [] : [{ type: 'position', latitude, longitude }]
}
