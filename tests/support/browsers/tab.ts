/** The pause page's answers, as its buttons carry them in `data-action`. */
export type Action =
  | 'clean'
  | 'send-as-is'
  | 'redraw'
  | 'hide'
  | 'hide-done'
  | 'hide-back'
  | 'omit'
  | 'back'
  | 'cancel'
  | 'audience-limited'
  | 'audience-public'
  | 'audience-later'

/** A document in a tab: the page itself, one of its frames, or the pause page. */
export interface Frame {
  url(): string
  /** Runs an expression in the document's own world and returns its JSON-like value; a promise is awaited. */
  evaluate<T>(expression: string): Promise<T>
  /** Gives the files to an input without a click; the browser fires its own trusted events. */
  give(selector: string, files: readonly string[]): Promise<void>
}

/** One page in a real browser, driven as a person would. Every wait gives up with an error that says what was missing. */
export interface Tab extends Frame {
  go(url: string): Promise<void>
  frames(): Frame[]
  /** Clicks the element (a real click) and picks the files in the picker that opens. */
  choose(selector: string, files: readonly string[]): Promise<void>
  click(selector: string): Promise<void>
  press(key: string): Promise<void>
  /** Drops files of the disk on the element, with trusted events. */
  drop(selector: string, files: readonly string[]): Promise<void>
  /** The pause page once its dialog is open. */
  pause(): Promise<PausePage>
  /** The pause page if its dialog is open at this moment. */
  pauseNow(): Promise<PausePage | null>
  /** True while a pause page's dialog is open in this tab. */
  isPaused(): Promise<boolean>
  /** How many confirm() boxes the page showed; each is answered with `answer` (false at first). */
  readonly confirms: string[]
  answerConfirms(answer: boolean): void
  screenshot(path: string, size?: { width: number; height: number }): Promise<void>
  close(): Promise<void>
}

export interface PausePage extends Frame {
  /** Presses the button with this `data-action`, as a person would, once it is there. */
  press(action: Action): Promise<void>
  text(): Promise<string>
}

export interface Browser {
  readonly name: 'chromium' | 'firefox'
  open(url?: string): Promise<Tab>
  /** The tab that a page opened, by a part of its address. */
  opened(part: string): Promise<Tab>
  /** A page of the extension in a tab of its own: 'options.html'. */
  openExtensionPage(path: string): Promise<Tab>
  /** Takes the extension away under its pages, as its removal and its update do. */
  removeExtension(): Promise<void>
  /** Puts the browser back as it was after its start: tabs are closed, permissions and what the extension stored are gone. */
  reset(): Promise<void>
  close(): Promise<void>
}

export interface BrowserOptions {
  /** Load the built extension; false gives the same browser without it. */
  readonly extension: boolean
  /** A policy keeps the welcome page away. */
  readonly withoutWelcome?: true
  /** A built extension other than the one in .output. */
  readonly folder?: string
  /** BCP 47 language of the browser; 'en-US' unless told. */
  readonly language?: string
  /** What is done to it cannot be put back, so that no other test gets it. */
  readonly alone?: true
}

/**
 * Runs in the extension: empties its storage, but for the moment from which on it watches pages. A text, because what
 * compiles tests/ may name functions by what the extension does not have.
 */
export const EMPTY_STORAGE = `(async () => {
  await chrome.storage.local.clear()
  const { watchedSince, ...others } = await chrome.storage.session.get(null)
  await chrome.storage.session.remove(Object.keys(others))
})()`

/** Asks until the answer is neither null, undefined nor false; throws with `what` after `timeout` ms. */
export async function until<T>(
  what: string,
  ask: () => Promise<T | null | undefined | false>,
  timeout = 15_000,
): Promise<T> {
  const end = Date.now() + timeout
  for (;;) {
    const answer = await ask()
    if (answer !== null && answer !== undefined && answer !== false) return answer
    if (Date.now() > end) throw new Error(`waited ${timeout} ms for ${what}`)
    await new Promise((resume) => setTimeout(resume, 60))
  }
}

/**
 * True in a document whose guard shows the pause page: the host lies beside <body>, and while its dialog is open its
 * backdrop covers everything. The iframe itself cannot tell; one that is hidden keeps its size.
 */
const SHOWS_DIALOG = `(() => {
  const top = document.elementFromPoint(2, 2)
  const around = top?.closest('foreignObject') ?? top
  return top !== null && top.localName === 'div' && around.parentNode === document.documentElement
})()`

/** The frame with the pause page while its dialog is open, else null. Some drivers know no address for it. */
export async function findPause<F extends { evaluate(expression: string): Promise<unknown> }>(
  frames: readonly F[],
): Promise<F | null> {
  let pause: F | null = null
  let shown = false
  for (const frame of frames) {
    const address = await evaluated(frame, 'location.href')
    if (/^\w+-extension:\/\/[^/]+\/pause\.html/.test(String(address))) pause = frame
    else shown ||= (await evaluated(frame, SHOWS_DIALOG)) === true
  }
  return shown ? pause : null
}

/** A tab as the browser itself lists it. */
interface Listed {
  address(): Promise<string>
  close(): Promise<unknown>
}

/**
 * Closes the welcome page, which opens by itself once the extension is installed and would push the tab under test into
 * the background, where timers and drawing are slowed down. On a busy machine that takes a while.
 */
export async function closeWelcome(list: () => Promise<readonly Listed[]>): Promise<void> {
  /** What each tab was at last, for whoever has to find out why there was no welcome. */
  let were: string[] = []
  const welcome = async () => {
    were = []
    for (const tab of await list()) {
      const address = await tab.address().catch((problem: unknown) => `no answer: ${problem}`)
      if (/\/welcome\.html/.test(address)) return tab
      were.push(address)
    }
    return null
  }
  const tab = await until('the welcome page', welcome, 30_000).catch((problem: Error) => {
    throw new Error(`${problem.message}; the tabs that were there: ${were.join(', ') || 'none'}`)
  })
  await tab.close()
}

/** undefined for a frame that goes away meanwhile. */
async function evaluated(frame: { evaluate(expression: string): Promise<unknown> }, expression: string) {
  try {
    return await frame.evaluate(expression)
  } catch {}
}
