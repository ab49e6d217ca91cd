import { type Answered, answerIn, type Wanted } from './answerer'

/** A pause page, by what runs an expression in it and awaits its promise; it rejects once the page is gone. */
export type Evaluate = (expression: string) => Promise<unknown>

export interface Answers {
  /** A pause page came. */
  came(pause: object, evaluate: Evaluate): void
  /** None of those that were there is there any more. */
  clear(): void
  /** @see Driver.answer */
  want(wanted: Wanted): Promise<Answered | null>
  /** Waits for no answer any more. */
  rest(): void
  isWaiting(): boolean
}

/** Tells all pause pages of a tab what to answer, those that are there and those that come. */
export function createAnswers(): Answers {
  const pauses = new Map<object, Evaluate>()
  let current: { readonly wanted: Wanted; readonly told: (answered: Answered | null) => void } | undefined
  const rest = () => {
    current?.told(null)
    current = undefined
  }
  const tell = (pause: object, evaluate: Evaluate) => {
    const asked = current
    if (!asked) return
    evaluate(answerIn(asked.wanted)).then(
      (answered) => {
        if (!answered) return
        asked.told(answered as Answered)
        if (current === asked) current = undefined
      },
      // It went away, with its frame or after its minute.
      () => void pauses.delete(pause),
    )
  }
  return {
    came(pause, evaluate) {
      if (pauses.has(pause)) return
      pauses.set(pause, evaluate)
      tell(pause, evaluate)
    },
    clear: () => pauses.clear(),
    want: (wanted) =>
      new Promise((told) => {
        rest()
        current = { wanted, told }
        for (const [pause, evaluate] of pauses) tell(pause, evaluate)
      }),
    rest,
    isWaiting: () => current !== undefined,
  }
}
