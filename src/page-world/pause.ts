import { type FromPageWorld, HELLO, parseFromGuard } from '../bridge/page'
import type { Verdict, Way } from '../bridge/verdict'
import { isPhoto } from './is-photo'
import { append, defineProperty, getter, later, listen, method, own, plain, stop } from './natives'

/** What is released in the place of the held file with this index; nothing when it is left out. */
export type Answer = (index: number) => File | null | undefined

export interface Pause {
  /** A choice is about to be made: the pause page may load. */
  warm(): void
  /**
   * Holds the files until the parent has answered, then calls `done` with null when the choice is cancelled. Only
   * pictures and videos are shown to the pause page; what else was chosen with them is released as it is.
   */
  hold(way: Way, files: readonly File[], done: (answer: Answer | null) => void): number
  /** Forgets a hold; its `done` is not called any more. */
  withdraw(id: number): void
}

interface Hold {
  readonly photos: readonly File[]
  readonly done: (verdict: Verdict | null) => void
  /** Seconds without a word from the guard. */
  silent: number
}

const portsOf = getter(MessageEvent.prototype, 'ports')
const dataOf = getter(MessageEvent.prototype, 'data')
const pathOf = getter(File.prototype, 'webkitRelativePath')
const elementAt = method(Document.prototype, 'elementFromPoint')
const rootOf = getter(Document.prototype, 'documentElement')
const bodyOf = getter(Document.prototype, 'body')
const parentOf = getter(Node.prototype, 'parentNode')
const remove = method(Element.prototype, 'remove')
const nativeConfirm = confirm

/** Speaks with the guard; the first port that is handed over is the guard's, every later one the page's. */
export function createPause(signal: AbortSignal): Pause {
  const holds = own(new Map<number, Hold>())
  let port: MessagePort | undefined
  /** Until the guard has said it in the parent's language. */
  let gone = 'PausePhoto is off. Send it?'
  let last = 0

  const send = (message: FromPageWorld) => port?.postMessage(message)
  /** The hold with this id, taken off the list. */
  const take = (id: number): Hold | undefined => {
    const hold = holds.get(id)
    holds.delete(id)
    return hold
  }
  const failed = (id: number) => {
    const hold = take(id)
    hold?.done(nativeConfirm(gone) ? null : { outcome: 'cancel' })
  }

  /** Firefox ends the guard with its extension, and the dialog stays behind, in front of everything and without effect. */
  const watch = (id: number) => {
    const hold = holds.get(id)
    if (!hold) return
    if (hold.silent++ < 2) {
      send({ type: 'there?', id })
      later(watch, 1000, id)
      return
    }
    const dialog = elementAt(document, innerWidth / 2, innerHeight / 2)
    if (dialog && parentOf(dialog) === rootOf(document) && dialog !== bodyOf(document)) remove(dialog)
    failed(id)
  }

  const receive = (event: MessageEvent) => {
    const message = parseFromGuard(dataOf(event), (id) => holds.get(id)?.photos.length)
    if (message?.type === 'welcome') gone = message.gone
    else if (message?.type === 'failed') failed(message.id)
    else if (message?.type === 'verdict') take(message.id)?.done(message.verdict)
    else if (message) {
      const hold = holds.get(message.id)
      if (hold) hold.silent = 0
    }
  }

  listen(
    window,
    HELLO,
    (event) => {
      stop(event)
      port = portsOf(event)[0]
      if (port) own(port).onmessage = receive
    },
    { once: true, capture: true, signal },
  )

  return {
    warm: () => send({ type: 'warm' }),
    hold(way, files, done) {
      const id = ++last
      const photos: File[] = []
      for (let index = 0; index < files.length; index++)
        if (isPhoto(files[index] as File)) append(photos, files[index] as File)
      holds.set(id, { photos, silent: 0, done: (verdict) => done(answerOf(verdict, files)) })
      send({ type: 'hold', id, way, files: photos })
      watch(id)
      return id
    },
    withdraw(id) {
      if (take(id)) send({ type: 'withdraw', id })
    },
  }
}

/** `verdict` speaks of the photos only; null means that every file is sent as it is. */
function answerOf(verdict: Verdict | null, files: readonly File[]): Answer | null {
  if (verdict?.outcome === 'cancel') return null
  let photo = 0
  const released: (File | null)[] = []
  for (let index = 0; index < files.length; index++) {
    const file = files[index] as File
    const fate = isPhoto(file) ? verdict?.fates[photo++] : undefined
    const path = pathOf(file)
    // Out of a chosen folder; no script can make a file that has a path.
    if (path && fate?.as === 'replaced') defineProperty(fate.file, 'webkitRelativePath', plain(path))
    append(released, !fate || fate.as === 'original' ? file : fate.as === 'replaced' ? fate.file : null)
  }
  return (index) => released[index]
}
