import { forFirefox } from '../bridge/built-for'
import { type FromPageWorld, type Left, type PORT_EVENT, parseFromGuard } from '../bridge/page'
import type { Way } from '../bridge/verdict'
import { every } from './file-list'
import { isPhoto, nameOf, pathOf } from './is-photo'
import { append, defineProperty, later, NativePromise, natives, own, plain, stop, submitterOf } from './natives'
import { neutralPaths } from './neutral-path'
import { orUndefined } from './tree'
import type { WayIn } from './way-in'

export interface Pause {
  /** Hears the guard's events. */
  readonly way: WayIn & Record<typeof PORT_EVENT, unknown>
  /** Tells the guard, which gives no answer. */
  tell(type: 'warm' | 'open'): void
  /**
   * Holds the files until the parent has answered: `done` gets what is left of them, or null when the choice is
   * cancelled. Only pictures and videos are shown to the pause page; what else was chosen with them is released as it is.
   */
  hold(way: Way, files: readonly File[], done: (left: readonly File[] | null) => void): number
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
/** `left` as the guard says it; undefined when the pause cannot be shown and the parent wants it sent all the same. */
type Settle = (left: unknown, error?: unknown) => void

interface Hold {
  readonly done: Settle
  /** Seconds without a word from the guard. */
  silent: number
}

const [portsOf, dataOf] = natives(MessageEvent, 'ports', 'data')
const nativeConfirm = confirm

/** Speaks with the guard; the first port that is handed over is the guard's, every later one the page's. */
export function createPause(revealed: (input: unknown) => void): Pause {
  const holds = own(new Map<number, Hold>())
  let port: MessagePort | undefined
  /** Until the guard has said it in the parent's language. */
  let gone = 'Send it?'
  let last = 0

  const send = (message: FromPageWorld) => port?.postMessage(message)
  /** Without an answer the browser's own question takes the place of the pause. */
  const settle: (id: number, ...answer: Partial<Parameters<Settle>>) => void = (id, left, error) => {
    const hold = holds.get(id)
    holds.delete(id)
    hold?.done(left === undefined && !error && !nativeConfirm(gone) ? null : left, error)
  }

  const receive = (event: MessageEvent) => {
    const message = parseFromGuard(dataOf(event))
    const hold = message && holds.get(message.id)
    if (!hold) return
    hold.silent = 0
    if (message.answer) settle(message.id, message.answer.left, message.answer.error)
  }

  /** Firefox ends the guard with its extension, and the dialog stays behind, in front of everything and without effect. */
  const watch = (id: number) => {
    const hold = holds.get(id)
    if (!hold) return
    if (hold.silent++ < 2) {
      send({ id })
      later(watch, 1000, id)
      return
    }
    // Nothing depends on it any more: a page that replaced these functions could only keep the dialog.
    const dialog = forFirefox ? document.elementFromPoint(1, 1) : null
    if (dialog?.matches('html>div')) dialog.remove()
    settle(id)
  }
  const ask = (message: Asked, done: Settle): number => {
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

  return {
    way: {
      pausephoto(event: Event) {
        stop(event)
        if (port) return revealed(orUndefined(() => submitterOf(event)))
        port = portsOf(event as MessageEvent)[0]
        gone = dataOf(event as MessageEvent) || gone
        if (port) own(port).onmessage = receive
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
      return ask({ type: 'hold', way, files: photos }, (left) =>
        done(left === null ? null : leftOf(files, left as readonly Left[] | undefined)),
      )
    },
    read: (way, from, native, make = (left) => left) =>
      new NativePromise((resolve, reject) =>
        ask({ type: 'read', way, from }, (left, error) =>
          error ? reject(error) : resolve(left ? make(left) : native(left)),
        ),
      ),
    withdraw(id) {
      if (id && holds.delete(id)) send({ type: 'cancel', id })
    },
  }
}

/** `left` speaks of the photos only; undefined means that every file is sent as it is. */
function leftOf(files: readonly File[], left: readonly Left[] | undefined): File[] {
  const kept: File[] = []
  const neutralPath = neutralPaths()
  let photo = 0
  every(files, (file) => {
    const decision = !left || !isPhoto(file) || left[photo++]
    if (decision === true) append(kept, file)
    else if (decision) {
      // Out of a chosen folder; no script can make a file that has a path.
      if (pathOf(file))
        defineProperty(decision, 'webkitRelativePath', plain(neutralPath(pathOf(file), nameOf(decision))))
      append(kept, decision)
    }
  })
  return kept
}
