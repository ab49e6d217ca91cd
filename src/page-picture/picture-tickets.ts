import { storage } from 'wxt/utils/storage'
import { isRecord } from '../bridge/record'
import { createTurns } from '../settings/in-turn'
import { type PagePicture, parsePagePicture } from './picture'

const TICKET_LIFETIME_MS = 60 * 1000

/**
 * Pictures that were asked about and not looked at yet. The checker's address carries only a name for one of them,
 * because the browser's history keeps addresses.
 */
const waiting = storage.defineItem<Record<string, unknown>>('session:pictures', { fallback: {} })

const inTurn = createTurns()

/** A name under which `redeemPicture` gives the picture back, once and for one minute. */
export function issuePicture(picture: PagePicture, now: number): Promise<string> {
  return inTurn(async () => {
    const name = crypto.randomUUID()
    await waiting.setValue({
      ...stillWaiting(await waiting.getValue(), now),
      [name]: { ...picture, until: now + TICKET_LIFETIME_MS },
    })
    return name
  })
}

export function redeemPicture(name: string, now: number): Promise<PagePicture | null> {
  return inTurn(async () => {
    const pictures = stillWaiting(await waiting.getValue(), now)
    const picture = Object.hasOwn(pictures, name) ? parsePagePicture(pictures[name]) : null
    await waiting.setValue(Object.fromEntries(Object.entries(pictures).filter(([other]) => other !== name)))
    return picture
  })
}

function stillWaiting(pictures: Record<string, unknown>, now: number): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(pictures).filter(([, one]) => isRecord(one) && typeof one.until === 'number' && one.until > now),
  )
}
