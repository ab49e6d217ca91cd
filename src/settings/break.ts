import { pausedUntil } from './settings'

const HOUR = 60 * 60 * 1000

/**
 * When the break a parent asked for ends, or null when photos are being checked. A break never lasts longer than an
 * hour, also when the computer's clock was set back meanwhile.
 */
export async function breakEnds(now: Date): Promise<Date | null> {
  const until = new Date((await pausedUntil.getValue()) || 0)
  const left = until.getTime() - now.getTime()
  return left > 0 && left <= HOUR ? until : null
}

/** Lets photos pass unchecked for one hour. */
export async function takeBreak(now: Date): Promise<Date> {
  const until = new Date(now.getTime() + HOUR)
  await pausedUntil.setValue(until.toISOString())
  return until
}

export async function endBreak(): Promise<void> {
  await pausedUntil.removeValue()
}
