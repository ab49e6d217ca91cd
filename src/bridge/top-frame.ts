/**
 * A frame can be small, or out of sight: the top frame's guard shows its dialog. It is asked by the background, which runs one
 * function in its world (`scripting.executeScript`); no page hears of it or can ask.
 */
declare global {
  /** Set by the guard of a top frame: opens the pause page for a ticket; false when it cannot. */
  var pausephotoHost: ((ticket: string) => boolean) | undefined
}

/** For the top frame's world: opens the pause page there. Nothing but its own text is carried over. */
export const hostInTopFrame = (ticket: string): boolean => globalThis.pausephotoHost?.(ticket) === true
