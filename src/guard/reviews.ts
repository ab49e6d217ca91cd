import { parseInvitation } from '../bridge/background'
import { IDLE_LIMIT_MS, LOOK_INTERVAL_MS, MAX_SILENT_LOOKS, MAX_STARTING_LOOKS } from '../bridge/liveness'
import { type FromGuardToPause, type FromPause, parseFromPause } from '../bridge/pause'
import type { Verdict, Way } from '../bridge/verdict'
import { askBackground } from './ask-background'
import { connectPause, hasScripts, pathHere } from './connect-pause'
import { openPauseHost, type PauseHost } from './pause-host'
import { tellHost } from './tell-host'

interface Review {
  readonly id: number
  readonly way: Way
  readonly files: readonly File[]
  readonly done: (verdict: Verdict | 'unavailable') => void
}

export interface Reviews {
  warm(): void
  begin(review: Review): void
  withdraw(id: number): void
  /** The page has the files of a review that was answered; not `taken`: nothing in it could take them. */
  delivered(id: number, taken: boolean): void
}

/**
 * Hosts one pause page for this document and takes reviews to it and verdicts from it. `again` is called when the page shall
 * try once more to take the files of a review.
 */
export function createReviews(again: (id: number) => void): Reviews {
  /** Tells this document from the next one in its tab; nothing rests on its being secret. */
  const page = String(Math.random())
  const open = new Map<number, Review>()
  let host: PauseHost | undefined
  /** Ends the connection to a pause page that the top frame hosts. */
  let leave: (() => void) | undefined
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
    send({ type: 'leave' })
    port?.close()
    host?.remove()
    leave?.()
    host = leave = port = undefined
    patience = MAX_STARTING_LOOKS
  }

  const settle = (id: number, verdict: Verdict | 'unavailable') => {
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
  const giveUp = (verdict: Verdict | 'unavailable') => {
    for (const id of [...open.keys()]) settle(id, verdict)
    close()
  }

  const receive = ({ data }: MessageEvent) => {
    const message: FromPause | null = parseFromPause(data, (id) => open.get(id)?.files)
    silent = 0
    patience = MAX_SILENT_LOOKS
    if (message?.type === 'verdict') settle(message.id, message.verdict)
    else if (message?.type === 'again') again(message.id)
    else if (message && host) tellHost(host, message)
  }

  const look = () => {
    // A page that takes the dialog away has not answered for the parent: nothing is sent.
    if (host && !host.stay()) return giveUp({ outcome: 'cancel' })
    if (leave) send({ type: 'waiting' })
    // Timers of hidden pages are slowed down; there silence means nothing.
    if (document.visibilityState === 'visible' && ++silent >= patience) giveUp('unavailable')
  }

  const start = () => {
    clearTimeout(idle)
    if (open.size === 0) idle = setTimeout(close, IDLE_LIMIT_MS)
    if (host && !host.stay()) close()
    opening ??= openHost()
    return opening
  }

  const invitation = async () => parseInvitation(await askBackground('hostInTop', page, pathHere(), hasScripts()))

  const openHost = async () => {
    const channel = new MessageChannel()
    channel.port1.onmessage = receive
    port = channel.port1
    // A frame can be small, or out of sight.
    const invited = window === top ? null : await invitation()
    if (invited) {
      leave = connectPause(invited, channel.port2)
      return
    }
    const ticket = await askBackground('issueTicket', page)
    if (typeof ticket !== 'string') throw new Error('no ticket')
    if (!isRoomy()) throw new Error('no room for a dialog')
    host = openPauseHost(ticket, channel.port2, () => send({ type: 'raised' }))
  }

  return {
    warm: () => void start().catch(close),
    begin(review) {
      open.set(review.id, review)
      silent = 0
      watch ??= setInterval(look, LOOK_INTERVAL_MS)
      start().then(
        () => send({ type: 'review', id: review.id, way: review.way, files: review.files }),
        () => giveUp('unavailable'),
      )
    },
    withdraw(id) {
      if (!open.has(id)) return
      send({ type: 'withdraw', id })
      settle(id, { outcome: 'cancel' })
    },
    delivered: (id, taken) => send({ type: 'delivered', id, taken }),
  }
}

/** Pixels below which a dialog could not be read: a frame without a top frame of ours around it may be any size. */
const MIN_WIDTH_PX = 280
const MIN_HEIGHT_PX = 240

/** Says whether a dialog can be read here. The browser's own question takes its place where not. */
const isRoomy = (): boolean => innerWidth >= MIN_WIDTH_PX && innerHeight >= MIN_HEIGHT_PX
