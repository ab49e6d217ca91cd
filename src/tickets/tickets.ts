import { storage } from 'wxt/utils/storage'
import type { Background } from '../bridge/background'
import { TICKET_LIFETIME_MS } from '../bridge/liveness'
import type { GuardRoute } from '../bridge/pause'
import { createTurns } from '../settings/in-turn'

/** What a ticket proves to the pause page: a guard of ours opened it, in this tab, for a frame of this host. */
export interface Issued {
  readonly tab: number
  readonly host: string
  readonly page: string
  readonly route: GuardRoute
}

interface Ticket extends Issued {
  /** Epoch milliseconds. */
  readonly until: number
}

export type Redeemed = Awaited<ReturnType<Background['redeemTicket']>>

/** In session storage, because the background may be put to sleep between issuing and redeeming. */
const open = storage.defineItem<Record<string, Ticket>>('session:tickets', { fallback: {} })

/** Two redemptions that both read before either writes would both succeed. */
const inTurn = createTurns()

/** Returns a new ticket, valid once and for one minute. */
export function issueTicket(issued: Issued, now: number): Promise<string> {
  return inTurn(async () => {
    const name = crypto.randomUUID()
    await open.setValue({
      ...stillOpen(await open.getValue(), now),
      [name]: { ...issued, until: now + TICKET_LIFETIME_MS },
    })
    return name
  })
}

/** Takes the ticket back; valid only the first time, within the minute, and in the tab it was issued to. */
export function redeemTicket(name: string, tab: number, now: number): Promise<Redeemed> {
  return inTurn(async () => {
    const tickets = stillOpen(await open.getValue(), now)
    const ticket = Object.hasOwn(tickets, name) ? tickets[name] : undefined
    if (ticket?.tab !== tab) return { valid: false }
    await open.setValue(Object.fromEntries(Object.entries(tickets).filter(([other]) => other !== name)))
    return { valid: true, host: ticket.host, page: ticket.page, route: ticket.route }
  })
}

function stillOpen(tickets: Record<string, Ticket>, now: number): Record<string, Ticket> {
  return Object.fromEntries(Object.entries(tickets).filter(([, ticket]) => ticket.until > now))
}
