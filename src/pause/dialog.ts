import type { Answer } from '../bridge/account-answer'
import type { Reading } from '../bridge/audience'
import type { Choice, ReviewSession } from '../review/review-session'
import type { Site } from '../sites/site'
import type { Summary } from './summary'
import type { Unasked } from './unasked'

/** What is to be done with the open files, or that the whole choice is given up. */
export type Decision =
  | {
      readonly do: 'decide'
      readonly choiceFor: (at: number) => Choice
      /** From now on files are cleaned here without a question. */
      readonly asRule?: boolean
    }
  | { readonly do: 'cancel' }

/** Returns the same choice for every open file. */
export function decideAll(choice: Choice): Decision {
  return { do: 'decide', choiceFor: () => choice }
}

/** Everything the page can show; null is nothing, and the dialog is closed. */
export type Screen =
  | {
      readonly name: 'progress'
      readonly of: 'looking' | 'working'
      readonly session: ReviewSession
      readonly cancel: () => void
    }
  | {
      readonly name: 'findings'
      readonly session: ReviewSession
      /** What was answered before for some of the files, by place; it can be changed. */
      readonly earlier: ReadonlyMap<number, Choice>
      /** The same answer was given so often here that it may become the rule. */
      readonly offerRule: boolean
      readonly answer: (decision: Decision) => void
    }
  | {
      readonly name: 'trouble'
      readonly session: ReviewSession
      /** The files, by place, of which a copy can be drawn anew. */
      readonly redrawable: ReadonlySet<number>
      readonly answer: (decision: Decision) => void
    }
  | { readonly name: 'failed'; readonly answer: (decision: Decision) => void }
  | {
      readonly name: 'account'
      readonly site: Site | null
      readonly host: string
      readonly reading: Reading
      readonly summary: Summary | null
      readonly count: number
      readonly answer: (answer: Answer | 'cancel') => void
    }
  | ({
      readonly name: 'notice'
      readonly summary: Summary
      /** Why there was no question; null where one was asked. */
      readonly unasked: Unasked | null
      /** Makes this site ask again, or ask about these files again. */
      readonly askAgain: () => Promise<void>
    } & Beside)
  | ({
      readonly name: 'untaken'
      /** As the page was to have them. */
      readonly files: readonly File[]
      /** Lets the page try once more to take them. */
      readonly again: () => void
    } & Beside)

/** What lies small beside the page, and takes nothing from it. */
export interface Beside {
  readonly close: () => void
  /** It is so many pixels high. */
  readonly resized: (height: number) => void
  /** A click took the focus; the page is to have it back. */
  readonly released: () => void
  /** Something is dragged over it, which is for the page. */
  readonly aside: () => void
}

/** What the page shows at the moment; the components follow it and answer through it. */
export class Dialog {
  screen: Screen | null = null
  /** Grows with every change, so that a component can tell that something is new. */
  turn = 0
  private readonly listeners = new Set<() => void>()

  show(screen: Screen | null): void {
    this.screen = screen
    this.tell()
  }

  /** The session moved on. Only progress shows it: a question stays as it was asked, and hundreds of cards are not made anew. */
  moved(): void {
    if (this.screen?.name === 'progress') this.tell()
  }

  /** Shows a screen and waits for its answer; rejects with the signal's reason. */
  ask<Reply>(signal: AbortSignal, screenWith: (answer: (reply: Reply) => void) => Screen): Promise<Reply> {
    return new Promise((resolve, reject) => {
      signal.throwIfAborted()
      signal.addEventListener('abort', () => reject(signal.reason), { once: true })
      this.show(screenWith(resolve))
    })
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  private tell(): void {
    this.turn += 1
    for (const listener of this.listeners) listener()
  }
}
