import { Uncheckable } from '../core/malformed'
import { ATTRIBUTES, SVG, XLINK } from './names'
import type { Attribute } from './tokens'

/** Anything but a reference into the same drawing: CSS Values 4 §4.5. */
const REFERS_ELSEWHERE = /url\(\s*(?!["']?#)/i

/** Characters by number, but for quotes and white space, could spell what is looked for here. */
const NUMBERED = /&#(?!(?:39|34|x27|x22|9|10|13|x9|xa|xd);)/i

/** Rules that load something, and selectors that see what cleaning takes out. */
const STYLE_DOUBT = /@import|@font-face|@namespace|\\|[+~[]|:(?:nth|first|last|only|empty|has|is|not|where)/i

/** Whether an attribute may stay: it is drawn, or binds a prefix that is needed. */
export function keepsAttribute({ name, value }: Attribute): boolean {
  if (name === 'xmlns' || name.startsWith('xmlns:')) return value === SVG || value === XLINK
  return ATTRIBUTES.has(name)
}

/**
 * Looks for what cannot be judged.
 * @throws {Malformed} where the attribute runs a script, refers to another document, or might.
 */
export function checkAttribute({ name, value }: Attribute, element: string, namespaces: Map<string, string>): void {
  const [prefix = '', local = ''] = name.includes(':') ? name.split(':', 2) : ['', name]
  if (name === 'xmlns' && value !== SVG) throw new Uncheckable('another default namespace')
  if (/^on/i.test(local) || name === 'xml:base') throw new Uncheckable(`${name} runs or refers to something`)
  if (prefix !== 'xlink' && namespaces.get(prefix) === XLINK) throw new Uncheckable('XLink under another name')
  if (prefix === 'xlink' && (namespaces.get('xlink') ?? XLINK) !== XLINK) throw new Uncheckable('xlink is not XLink')
  if (!keepsAttribute({ name, value, start: 0, end: 0 })) return
  if (NUMBERED.test(value)) throw new Uncheckable(`${name} spells characters by number`)
  if (local === 'href' && element !== 'a' && !value.startsWith('#'))
    throw new Uncheckable(`${element} refers elsewhere`)
  if (name === 'attributeName' && /href$/.test(value)) throw new Uncheckable('an animation changes what is referred to')
  if (REFERS_ELSEWHERE.test(value)) throw new Uncheckable(`${name} refers elsewhere`)
  if (name === 'style' && /\\|\/\*/.test(value)) throw new Uncheckable('a style that hides something')
}

/** @throws {Malformed} where a style sheet loads something or may look at what goes. */
export function checkStyle(text: string): void {
  if (REFERS_ELSEWHERE.test(text) || STYLE_DOUBT.test(text))
    throw new Uncheckable('a style sheet that sees more than names')
}
