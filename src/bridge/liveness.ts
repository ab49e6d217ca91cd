/*
 * Who waits how long for whom. Every limit is longer than the interval of the sign of life that it waits for, with room for a
 * busy machine; tests/unit/bridge/liveness.test.ts holds the relations.
 */

/** Pause page → guards: milliseconds between signs of life while a review is open. */
export const HEARTBEAT_MS = 1000
/** Guard: milliseconds between looks at the pause page while a review is open. */
export const LOOK_INTERVAL_MS = 500
/** Guard: silent looks in a row after which the pause page is lost. */
export const MAX_SILENT_LOOKS = 6
/** Guard: the same until the pause page's first word. On a busy machine a cold start takes seconds. */
export const MAX_STARTING_LOOKS = 12
/** Guard: milliseconds without a review after which the pause page leaves the document. */
export const IDLE_LIMIT_MS = 60_000
/** Pause page: milliseconds without a word from a frame's guard after which the frame is gone, and its dialog goes. */
export const FRAME_TIMEOUT_MS = 5000
/** Page world → guard: milliseconds between questions whether it is there, while a hold is open. */
export const PING_INTERVAL_MS = 1000
/** Page world: questions without an answer after which the extension is gone and the browser's own box asks. */
export const MAX_SILENT_PINGS = 2
/** Background: milliseconds for which a ticket is good: as long as the slowest start of a pause page. */
export const TICKET_LIFETIME_MS = 60_000
/** Pause page: milliseconds after the dialog came up, or came back up, in which no pointer answers. */
export const IGNORED_AFTER_RAISE_MS = 300
