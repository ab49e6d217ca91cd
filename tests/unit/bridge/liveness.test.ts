import { expect, it } from 'vitest'
import * as limits from '../../../src/bridge/liveness'

const SILENCE_MS = limits.MAX_SILENT_LOOKS * limits.LOOK_INTERVAL_MS
const START_MS = limits.MAX_STARTING_LOOKS * limits.LOOK_INTERVAL_MS
const PING_SILENCE_MS = (limits.MAX_SILENT_PINGS + 1) * limits.PING_INTERVAL_MS

it('waits for at least two signs of life before it takes somebody for lost', () => {
  expect(SILENCE_MS).toBeGreaterThan(2 * limits.HEARTBEAT_MS)
  expect(limits.FRAME_TIMEOUT_MS).toBeGreaterThan(2 * limits.LOOK_INTERVAL_MS)
  expect(PING_SILENCE_MS).toBeGreaterThan(2 * limits.PING_INTERVAL_MS)
})

it('is more patient with a start than with a silence, and ends before the ticket does', () => {
  expect(START_MS).toBeGreaterThan(SILENCE_MS)
  expect(limits.TICKET_LIFETIME_MS).toBeGreaterThan(2 * START_MS)
})

it('finds a lost pause page before the frame that waits for it is taken for gone', () => {
  expect(limits.FRAME_TIMEOUT_MS).toBeGreaterThan(SILENCE_MS)
})

it('leaves an idle pause page only long after anybody could still answer', () => {
  expect(limits.IDLE_LIMIT_MS).toBeGreaterThan(limits.FRAME_TIMEOUT_MS + START_MS)
})

it('ignores clicks for less time than a question takes to read', () => {
  expect(limits.IGNORED_AFTER_RAISE_MS).toBeLessThan(limits.LOOK_INTERVAL_MS)
})
