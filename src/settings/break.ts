import { pausedUntil } from './settings'

const HOUR_MS = 60 * 60 * 1000

/** When the break a parent asked for ends, or null when photos are being checked. */
export async function breakEnds(now: Date): Promise<Date | null> {
  return endOfBreak(await pausedUntil.getValue(), now)
}

/**
 * The same for a value of `pausedUntil`. A break never lasts longer than an hour, also when the computer's clock was
 * set back meanwhile.
 */
export function endOfBreak(stored: string, now: Date): Date | null {
  const until = new Date(stored || 0)
  const left = until.getTime() - now.getTime()
  return left > 0 && left <= HOUR_MS ? until : null
}

/** Lets photos pass unchecked for one hour. */
export async function takeBreak(now: Date): Promise<void> {
  await pausedUntil.setValue(new Date(now.getTime() + HOUR_MS).toISOString())
}

export async function endBreak(): Promise<void> {
  await pausedUntil.removeValue()
}
