/** States of some work, of which the last can be taken back and done again. */
export interface History<State> {
  readonly past: readonly State[]
  readonly now: State
  readonly future: readonly State[]
}

/** So many steps back are remembered. */
const MAX_STEPS = 200

export const begin = <State>(now: State): History<State> => ({ past: [], now, future: [] })

/** Returns the history with a new state; what was taken back before is gone. */
export function change<State>({ past, now }: History<State>, next: State): History<State> {
  return { past: [...past, now].slice(-MAX_STEPS), now: next, future: [] }
}

/** Returns the history one step back, or as it is at its beginning. */
export function undo<State>(history: History<State>): History<State> {
  const last = history.past.at(-1)
  if (history.past.length === 0) return history
  return { past: history.past.slice(0, -1), now: last as State, future: [history.now, ...history.future] }
}

/** Returns the history one step forward, or as it is at its end. */
export function redo<State>(history: History<State>): History<State> {
  const [next, ...future] = history.future
  if (history.future.length === 0) return history
  return { past: [...history.past, history.now], now: next as State, future }
}
