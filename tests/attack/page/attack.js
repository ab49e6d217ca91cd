import { now } from './browser.js'
import { CHANGES, MOMENTS } from './changes.js'
import { OPENINGS } from './openings.js'
import { PLACES } from './places.js'
import { READINGS } from './readings.js'
import { REALMS } from './realms.js'
import { begin, firstSight, outcome, saw } from './record.js'
import { TRICKS } from './tricks.js'

const tables = {
  realm: REALMS,
  place: PLACES,
  opening: { ...OPENINGS },
  reading: READINGS,
  change: CHANGES,
  moment: MOMENTS,
  trick: TRICKS,
}

/** How files come in by a drop on something else than an input, or by the clipboard. */
const transfers = {
  'drop on a zone': { by: 'drop', transfer: true },
  'paste into a zone': { by: 'paste', transfer: true },
}
Object.assign(tables.opening, transfers)

const VISIBLE = new Set([
  'document',
  'form',
  'open root',
  'closed root',
  'nested roots',
  'slot of a root',
  'template',
  'popover',
  'dialog',
  'imported from another document',
  'adopted from another document',
  'custom element',
  'declared open root',
  'declared closed root',
])

const SHADOWED = new Set([
  'open root',
  'closed root',
  'nested roots',
  'custom element',
  'declared open root',
  'declared closed root',
])
const APPENDING = ['appended, clicked, removed', 'button that appends and removes']
const TOGGLED = 'its type changed and changed back'
const STAYING = ['none', TOGGLED, 'made multiple and disabled']

/** Why a combination means nothing; null when it does. */
function unfit({ realm, place, opening, reading, change, moment, answer, browser }) {
  const open = tables.opening[opening]
  const read = READINGS[reading]
  const shown = VISIBLE.has(place) || place === 'hidden'
  if ((open.visible || open.transfer) && !VISIBLE.has(place)) return 'nothing to be seen there'
  if (place === 'declared closed root' && !(open.visible && open.by !== 'drop')) return 'the page has no hold on it'
  if (place.startsWith('declared') && /^(xhtml|svg)$/.test(realm)) return 'XML has no declared roots'
  if (place === 'content of a template' && !APPENDING.includes(opening)) return 'its document has no window'
  if ((read.of === 'transfer') !== Boolean(open.transfer)) return 'another way in'
  if (read.browser && read.browser !== browser) return 'not in this browser'
  if (read.dropped && opening !== 'drop') return 'there are entries of what was dropped only'
  if (open.by === 'paste' && browser === 'chromium') return 'Chromium cannot be driven to copy a file'
  if (read.far && !(shown && STAYING.includes(change) && !APPENDING.includes(opening)))
    return 'its events do not go far'
  if (read.form && !STAYING.includes(change)) return 'it leaves its form'
  if (read.form && APPENDING.includes(opening)) return 'it leaves its form'
  if (read.far === 'change' && SHADOWED.has(place)) return 'change stays in a shadow root'
  if (opening === 'label.click()' && !(shown || place === 'hidden')) return 'no label opens a picker there'
  if (/attribute$/.test(reading) && realm.includes('policy')) return 'its policy allows no attributes'
  if (/^(xhtml|svg)$/.test(realm) && /^(custom element|template|popover|dialog)$/.test(place))
    return 'XML has none of it'
  // Cancelled, this too must show nothing.
  if (answer !== 'cancel' && /another realm/.test(reading) && realm.startsWith('no scripts'))
    return 'two scripts of ours watch it, and what one of them lets through the other may ask about'
  if (TOGGLED === change && /choice is heard/.test(moment)) return 'the page throws away what was chosen'
  if (realm === 'lazy' && (open.by !== 'script' || browser === 'firefox'))
    return 'it is loaded when the pointer comes near'
  if (realm.startsWith('popup') && (open.by !== 'script' || browser === 'firefox'))
    return 'the driver points at the first tab'
  return null
}

let current
let round = 0

/** A frame was drawn that shows the page as it is now. */
async function drawn() {
  for (const _ of [1, 2]) await new Promise((resume) => requestAnimationFrame(resume))
}

/** Waits until nothing of an earlier question is in front: it would take the click, the key or the drop. */
async function inFront() {
  const isCovered = () => {
    const top = document.elementFromPoint(2, 2)
    return top?.localName === 'div' && top.parentNode === document.documentElement
  }
  for (const end = now() + 2000; isCovered() && now() < end; ) await drawn()
  // Until a frame is drawn without it, a browser sends what comes to it.
  await drawn()
}

/** What two readings of one choice would take from each other. */
const slotOf = (reading) => {
  if (READINGS[reading].form || /submit/.test(reading)) return 'form'
  return /attribute|property/.test(reading) ? 'handler' : reading
}

/** The first of these readings that can look at the combination's choice together with its own, `most` in all. */
function together(combination, readings, most) {
  const found = [combination.reading]
  // Nothing there is read but by the place itself.
  if (combination.place === 'declared closed root') return found
  for (const reading of readings)
    if (
      found.length < most &&
      !found.some((other) => slotOf(other) === slotOf(reading)) &&
      unfit({ ...combination, reading }) === null
    )
      found.push(reading)
  return found
}

/** Builds a combination; gives where the driver is to point, in the top window's coordinates, or null. */
async function prepare(combination, readings) {
  const { browser } = combination
  finish()
  begin()
  await inFront()
  const mine = ++round
  const open = tables.opening[combination.opening]
  const realm = await REALMS[combination.realm]()
  await TRICKS[combination.trick]?.(realm)
  const made = PLACES[combination.place](realm)
  const input = made.closed ? null : made
  const { promise: opened, resolve: ready } = Promise.withResolvers()
  const { promise: chosen, resolve: filled } = Promise.withResolvers()
  const still = () => mine === round
  const over = new AbortController()
  const { signal } = over
  const zone = open.transfer && input ? zoneBeside(realm, input) : null
  current = { realm, input, zone, open, ready, filled, over }
  if (input)
    for (const reading of readings) READINGS[reading].start({ realm, input, zone, opened, chosen, still, signal })
  const act = CHANGES[combination.change]
  const target = open.transfer ? zone : open.by === 'script' ? null : (open.target(realm, input ?? made.closed) ?? null)
  if (act && input)
    MOMENTS[combination.moment]({ realm, input, opened, chosen, signal, act: () => act({ realm, input }) })
  current.target = target
  if (open.by === 'script' && browser === 'firefox') return cornerOf(realm)
  if (!['pointer', 'drop'].includes(open.by)) return null
  await drawn()
  return middleOf(target ?? made.closed, realm)
}

/** Something to drop on, where the input is; its text can be edited. */
function zoneBeside({ doc }, input) {
  const zone = doc.createElementNS('http://www.w3.org/1999/xhtml', 'div')
  zone.setAttribute('tabindex', '0')
  zone.textContent = 'Drop here'
  zone.style.cssText = 'width: 200px; height: 60px; background: #cdf'
  zone.addEventListener('dragover', (event) => event.preventDefault())
  input.before(zone)
  return zone
}

/** A point of the realm's document where there is nothing: a click there is all that Firefox needs to let a script open a picker. */
function cornerOf({ frame, within = frame ? [frame] : [] }) {
  const innermost = within.at(-1)
  if (!innermost) return { x: innerWidth - 5, y: innerHeight - 5 }
  return middleOf(
    {
      getBoundingClientRect: () => ({
        x: innermost.clientWidth - 6,
        y: innermost.clientHeight - 6,
        width: 2,
        height: 2,
      }),
    },
    { within },
  )
}

function middleOf(element, { frame, within = frame ? [frame] : [] }) {
  element.scrollIntoView?.({ block: 'center', behavior: 'instant' })
  const { x, y, width, height } = element.getBoundingClientRect()
  const point = { x: x + width / 2, y: y + height / 2 }
  for (const outer of within) {
    const box = outer.getBoundingClientRect()
    point.x += box.x + outer.clientLeft
    point.y += box.y + outer.clientTop
  }
  return point
}

/** To be called with the visitor's activation. */
function open() {
  const { realm, input, open: how, ready } = current
  how.open(realm, input)
  ready()
}

/** The driver has pointed, pressed or dropped. */
const driven = () => {
  current.ready()
  if (current.open.by === 'drop' || current.open.by === 'paste') current.filled()
}

/** The picker has its file: the choice is held, or was heard where nobody holds it. */
const filled = () => current.filled()

const focus = () => current.target.focus()

function finish() {
  round++
  current?.over.abort()
  current?.realm.remove()
  current = undefined
  document.querySelector('#stage').replaceChildren()
  for (const left of [...document.body.children]) if (left.id !== 'stage') left.remove()
}

window.attack = {
  names: Object.fromEntries(Object.entries(tables).map(([name, table]) => [name, Object.keys(table)])),
  unfit: (all) => all.map(unfit),
  together: (all, readings, most) => all.map((one, at) => together(one, readings[at], most)),
  by: (opening) => tables.opening[opening].by,
  prepare,
  open,
  driven,
  filled,
  focus,
  outcome,
  saw,
  firstSight,
  finish,
}
