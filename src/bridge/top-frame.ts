import { isRecord } from './verdict'

/**
 * Guard of a frame ⇄ guard of the tab's top frame, which shows the dialog in its place. The frame's guard first has the
 * background announce a ticket to the top frame's guard (`runtime` message `{ expect }`, which no page can send), then posts
 * `TopFrameRequest` with two ports to `window.top`; a request whose ticket was not announced is the page's affair.
 */
export interface TopFrameRequest {
  readonly type: 'pausephoto'
  readonly ticket: string
}

/** Over the second port. The first goes on to the pause page. */
export type ToTopFrame = 'show' | 'notice' | 'hide' | 'remove' | 'there?'
/** The page took the dialog away. */
export type FromTopFrame = 'gone'

export interface Expectation {
  readonly expect: string
}

export function parseTopFrameRequest(value: unknown): TopFrameRequest | null {
  return isRecord(value) && value.type === 'pausephoto' && typeof value.ticket === 'string'
    ? (value as unknown as TopFrameRequest)
    : null
}

export function parseExpectation(value: unknown): Expectation | null {
  return isRecord(value) && typeof value.expect === 'string' ? (value as unknown as Expectation) : null
}
