import { type FromGuardToPause, type FromPause, parseFromPause } from '../bridge/pause'
import type { Verdict, Way } from '../bridge/verdict'
import { askBackground } from './ask-background'
import { openPauseHost, type PauseHost } from './pause-host'
import { openHostInTopFrame } from './top-frame'

export interface Review {
  readonly id: number
  readonly way: Way
  readonly files: readonly File[]
  /** null: the pause cannot be shown. */
  readonly done: (verdict: Verdict | null) => void
}

export interface Reviews {
  warm(): void
  begin(review: Review): void
  withdraw(id: number): void
}

/** Milliseconds between looks at the pause page, and how many silent ones in a row mean that it is lost. */
const LOOK_INTERVAL_MS = 500
const MAX_SILENT_LOOKS = 6
/** As many until its first word: on a busy machine a cold start takes seconds. */
const MAX_STARTING_LOOKS = 12
/** Milliseconds without a review after which the pause page leaves the document. */
const IDLE_LIMIT_MS = 60_000

/** Hosts one pause page for this document and takes reviews to it and verdicts from it. */
export function createReviews(): Reviews {
  /** Tells this document from the next one in its tab; nothing rests on its being secret. */
  const page = String(Math.random())
  const open = new Map<number, Review>()
  let host: PauseHost | undefined
  let port: MessagePort | undefined
  let opening: Promise<void> | undefined
  let silent = 0
  let patience = MAX_STARTING_LOOKS
  let watch: ReturnType<typeof setInterval> | undefined
  let idle: ReturnType<typeof setTimeout> | undefined

  const send = (message: FromGuardToPause) => port?.postMessage(message)

  const close = () => {
    clearInterval(watch)
    clearTimeout(idle)
    watch = idle = opening = undefined
    port?.close()
    host?.remove()
    host = port = undefined
    patience = MAX_STARTING_LOOKS
  }

  const settle = (id: number, verdict: Verdict | null) => {
    const review = open.get(id)
    open.delete(id)
    review?.done(verdict)
    if (open.size > 0) return
    clearInterval(watch)
    watch = undefined
    clearTimeout(idle)
    idle = setTimeout(close, IDLE_LIMIT_MS)
  }

  /** Every open review ends with the same verdict and the pause page goes. */
  const giveUp = (verdict: Verdict | null) => {
    for (const id of [...open.keys()]) settle(id, verdict)
    close()
  }

  const receive = ({ data }: MessageEvent) => {
    const message: FromPause | null = parseFromPause(data, (id) => open.get(id)?.files)
    silent = 0
    patience = MAX_SILENT_LOOKS
    if (message?.type === 'verdict') settle(message.id, message.verdict)
    else if (message && message.type !== 'alive' && message.type !== 'ready') host?.[message.type]()
  }

  const look = () => {
    // A page that takes the dialog away has not answered for the parent: nothing is sent.
    if (host && !host.stay()) return giveUp({ outcome: 'cancel' })
    // Timers of hidden pages are slowed down; there silence means nothing.
    if (document.visibilityState === 'visible' && ++silent >= patience) giveUp(null)
  }

  const start = () => {
    clearTimeout(idle)
    if (open.size === 0) idle = setTimeout(close, IDLE_LIMIT_MS)
    if (host && !host.stay()) close()
    opening ??= openHost()
    return opening
  }

  const openHost = async () => {
    const ticket = await askBackground('issueTicket', page)
    if (typeof ticket !== 'string') throw new Error('no ticket')
    const channel = new MessageChannel()
    channel.port1.onmessage = receive
    // A frame can be small, or out of sight.
    host = (await openHostInTopFrame(ticket, channel.port2)) ?? openPauseHost(ticket, channel.port2)
    port = channel.port1
  }

  return {
    warm: () => void start().catch(close),
    begin(review) {
      open.set(review.id, review)
      silent = 0
      watch ??= setInterval(look, LOOK_INTERVAL_MS)
      start().then(
        () => send({ type: 'review', id: review.id, way: review.way, files: review.files }),
        () => giveUp(null),
      )
    },
    withdraw(id) {
      if (!open.has(id)) return
      send({ type: 'withdraw', id })
      settle(id, { outcome: 'cancel' })
    },
  }
}
