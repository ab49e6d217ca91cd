import { forFirefox } from '../bridge/built-for'
import { MAX_SILENT_PINGS, PING_INTERVAL_MS } from '../bridge/liveness'
import {
  type FromGuard,
  type FromPageWorld,
  type PageDecision,
  PORT_EVENT,
  parseFromGuard,
  type ROOT_EVENT,
} from '../bridge/page'
import type { Way } from '../bridge/verdict'
import { every } from './file-list'
import { isPhoto, nameOf, pathOf } from './is-photo'
import {
  append,
  defineProperty,
  later,
  listen,
  NativePromise,
  natives,
  own,
  plain,
  prevent,
  stop,
  submitterOf,
  unlisten,
} from './natives'
import { neutralPaths } from './neutral-path'
import { orUndefined } from './tree'
import type { WayIn } from './way-in'

/** Hears whether the page has the files; if not, the parent is told. */
export type Told = (taken: boolean) => void

export interface Pause {
  /** Hears of inputs in closed shadow roots. */
  readonly way: WayIn & Record<typeof ROOT_EVENT, unknown>
  /** Tells the guard, which gives no answer. */
  tell(type: 'warm' | 'open'): void
  /**
   * Holds the files until the parent has answered: `done` gets what is left of each, in order, or null when the choice is
   * cancelled. Only what may be a picture or a video is shown to the pause page; the rest is released as it is.
   */
  hold(way: Way, files: readonly File[], done: (left: readonly (File | null)[] | null, told: Told) => void): number
  /**
   * A promise for what the guard leaves of something that it reads itself, put into the page's shape by `make`.
   * Should the guard be gone and the parent want it sent, `native()` gives the page what the browser has, and `native(null)`
   * the browser's error when not.
   */
  read(way: Way, from: unknown, native: (on?: unknown) => unknown, make?: (left: unknown) => unknown): Promise<unknown>
  /** Forgets a hold, if there is one; its `done` is not called any more. */
  withdraw(id: number | undefined): void
}

type WithoutId<T> = T extends { readonly way: Way } ? Omit<T, 'id'> : never
type Asked = WithoutId<FromPageWorld>
/** What the guard answers to a hold or a read; `unasked` once the pause could not be shown and the parent said to send it all the same. */
type Answer = Exclude<FromGuard, { readonly type: 'alive' | 'unavailable' }> | { readonly type: 'unasked' }

interface Hold {
  readonly done: (answer: Answer) => void
  /** Seconds without a word from the guard. */
  silent: number
}

const [portsOf, dataOf] = natives(MessageEvent, 'ports', 'data')
const nativeConfirm = confirm

/** Speaks with the guard; the first port that is handed over is the guard's, every later one the page's. */
export function createPause(revealed: (input: unknown) => void): Pause {
  const holds = own(new Map<number, Hold>())
  /** Released choices that nothing in the page took, to be delivered once more when the parent says so. */
  const untaken = own(new Map<number, () => void>())
  let port: MessagePort | undefined
  /** Until the guard has said it in the parent's language. */
  let gone = 'Send it?'
  let last = 0

  const send = (message: FromPageWorld) => port?.postMessage(message)
  const settle = (id: number, answer: Answer) => {
    const hold = holds.get(id)
    holds.delete(id)
    hold?.done(answer)
  }
  /** Without an answer the browser's own question takes the place of the pause. */
  const askHere = (id: number) =>
    settle(id, nativeConfirm(gone) === true ? { type: 'unasked' } : { type: 'cancelled', id })

  const receive = (event: MessageEvent) => {
    const message = parseFromGuard(dataOf(event))
    if (message?.type === 'again') untaken.get(message.id)?.()
    const hold = message && holds.get(message.id)
    if (!hold) return
    hold.silent = 0
    if (message.type === 'unavailable') askHere(message.id)
    else if (message.type !== 'alive' && message.type !== 'again') settle(message.id, message)
  }

  /** Firefox ends the guard with its extension, and the dialog stays behind, in front of everything and without effect. */
  const watch = (id: number) => {
    const hold = holds.get(id)
    if (!hold) return
    if (hold.silent++ < MAX_SILENT_PINGS) {
      send({ type: 'ping', id })
      later(watch, PING_INTERVAL_MS, id)
      return
    }
    // Nothing depends on it any more: a page that replaced these functions could only keep the dialog.
    const dialog = forFirefox ? document.elementFromPoint(1, 1) : null
    if (dialog?.matches('html>div')) dialog.remove()
    askHere(id)
  }
  const ask = (message: Asked, done: Hold['done']): number => {
    const id = ++last
    const begin = () => {
      if (holds.has(id)) send({ ...message, id })
    }
    holds.set(id, { done, silent: 0 })
    if (forFirefox) begin()
    else later(begin, 0)
    watch(id)
    return id
  }

  const takePort = (event: Event) => {
    const given = orUndefined(() => portsOf(event as MessageEvent)[0])
    if (!given) return
    stop(event)
    prevent(event)
    unlisten(document, PORT_EVENT, takePort, true)
    port = given
    gone = dataOf(event as MessageEvent) || gone
    own(port).onmessage = receive
  }
  listen(document, PORT_EVENT, takePort, true)

  return {
    way: {
      pausephoto(event: Event) {
        stop(event)
        revealed(orUndefined(() => submitterOf(event)))
      },
    },
    tell: (type) => send({ type }),
    hold: (way, files, done) => {
      const photos: File[] = []
      every(files, (file) => {
        if (!isPhoto(file)) return
        append(photos, file)
        // The first message with a chosen file takes Chromium 0.2 ms: hundreds at once would stop the page. The guard reads
        // nothing into a file that comes alone.
        if (!forFirefox) later(send, 0, file)
      })
      const id = ask({ type: 'hold', way, files: photos }, (answer) => {
        if (answer.type !== 'released') return done(answer.type === 'unasked' ? files : null, () => {})
        const left = releasedOf(files, answer.decisions)
        const deliver = () =>
          done(left, (taken) => {
            if (taken) untaken.delete(id)
            else untaken.set(id, deliver)
            send({ type: 'delivered', id, taken })
          })
        deliver()
      })
      return id
    },
    read: (way, from, native, make = (given) => given) =>
      new NativePromise((resolve, reject) =>
        ask({ type: 'read', way, from }, (answer) => {
          if (answer.type === 'given') resolve(make(answer.given))
          else if (answer.type === 'failed') reject(answer.error)
          else resolve(native(answer.type === 'unasked' ? undefined : null))
        }),
      ),
    withdraw(id) {
      if (id && holds.delete(id)) send({ type: 'cancel', id })
    },
  }
}

/** The decisions speak of the photos only. */
function releasedOf(files: readonly File[], decisions: readonly PageDecision[]): (File | null)[] {
  const kept: (File | null)[] = []
  const neutralPath = neutralPaths()
  let photo = 0
  every(files, (file) => {
    const decision = isPhoto(file) ? decisions[photo++] : ({ as: 'original' } as const)
    if (decision?.as === 'original') append(kept, file)
    else if (decision?.as === 'replaced') {
      // Out of a chosen folder; no script can make a file that has a path.
      const { file: fresh } = decision
      if (pathOf(file)) defineProperty(fresh, 'webkitRelativePath', plain(neutralPath(pathOf(file), nameOf(fresh))))
      append(kept, fresh)
    } else append(kept, null)
  })
  return kept
}
