import type { Tab } from '../support/browsers'

/** A whole application that nobody here wrote, with a server on this machine. */
export interface Application {
  readonly name: string
  /** What Debian calls it and what it needs. */
  readonly packages: readonly string[]
  /** It, or a part of it, is in tests/applications/package.json. */
  readonly npm?: true
  /** Starts its server; `folder` is empty and its own, `address` is where browsers will find it. */
  start(folder: string, address: string): Promise<Running>
}

export interface Running {
  /** The port of its plain server on 127.0.0.1. */
  readonly port: number
  /** Signs in, where that is needed. */
  enter?(tab: Tab, address: string): Promise<void>
  readonly ways: readonly Way[]
  /** Every picture and film that the server keeps. */
  kept(): Promise<readonly string[]>
  stop(): Promise<void>
}

/** One way in which a person posts a photo. */
export interface Way {
  readonly name: string
  /** It takes no film. */
  readonly photosOnly?: true
  /** It pastes: in Chromium a drawing, about which nothing is asked. */
  readonly pastes?: true
  /** What a person uses next, as selectors: the notice must not lie over it. */
  readonly next?: readonly string[]
  /** Opens its page and gives the file. */
  give(tab: Tab, address: string, file: string): Promise<void>
  /** What there is still to do once the page has the file. */
  send?(tab: Tab): Promise<void>
}
