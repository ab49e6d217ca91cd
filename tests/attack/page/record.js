import { isBlob, isList, setTimeout as later, now, read } from './browser.js'

/** What every original carries in its caption, and no cleaned copy does. */
const SECRET = 'SECRET-'

/** What the page of the present combination saw, oldest first. */
let seen = []
let waiting
let sighted = []
const noted = new Set()

export function begin() {
  seen = []
  sighted = []
  noted.clear()
}

/** What a reading notes is known to be its own: several may look at one choice. */
export const recorderOf = (reading) => ({
  saw: (how, what) => saw(how, what, reading),
  sent: (how, text) => sent(how, text, reading),
})

/**
 * Notes whatever the page got hold of: a File, a FileList, FormData, a DataTransfer, a promise or an array of these. The time is that of
 * the sight; whether it is the original is read from its bytes.
 */
export function saw(how, what, reading = null) {
  if (!what) return
  if (isBlob(what)) return void note(how, what, reading)
  if (isList(what) || Array.isArray(what)) for (const one of what) saw(how, one, reading)
  else if (typeof what.then === 'function') what.then((one) => saw(how, one, reading)).catch(() => {})
  else if (String(what) === '[object FormData]') for (const [, value] of what) saw(how, value, reading)
}

async function note(how, blob, reading) {
  const key = `${reading} ${how} ${blob.name} ${blob.size}`
  if (blob.size === 0 || noted.has(key)) return
  noted.add(key)
  const entry = { how, reading, at: now(), size: blob.size, original: null }
  add(entry)
  const text = await read(blob).catch((problem) => `unreadable: ${problem}`)
  entry.original = text.includes(SECRET)
  waiting?.()
}

/** Notes what the server says that it got. */
export function sent(how, text, reading) {
  add({ how, reading, at: now(), size: text.length, original: text.includes(SECRET) })
  waiting?.()
}

function add(entry) {
  seen.push(entry)
  for (const told of sighted) told()
}

/** Resolves once the page saw a file. */
export const firstSight = () =>
  new Promise((resolve) => {
    if (seen.length > 0) resolve()
    else sighted.push(resolve)
  })

/**
 * Resolves once a file was seen and read by each reading, or by what is none, or `milliseconds` have passed; a little later, for those
 * who read more slowly.
 */
export async function outcome(milliseconds, readings) {
  const hasRead = (by) =>
    seen.some(({ reading, original }) => original !== null && (reading === null || reading === by))
  if (!readings.every(hasRead))
    await new Promise((resolve) => {
      waiting = () => readings.every(hasRead) && resolve()
      later(resolve, milliseconds)
    })
  waiting = undefined
  await new Promise((resolve) => later(resolve, 30))
  return seen
}
